/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlObject | XmlValue[];
export interface XmlObject {
  [name: string]: XmlValue;
}

// https://www.w3.org/TR/xml/#charsets: no lone surrogates either.
const NOT_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

// Readers turn a literal CR into LF: https://www.w3.org/TR/xml/#sec-line-ends.
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

/**
 * Writes an element. Fields that are `undefined` or `null` are left out, arrays become repeated
 * elements.
 *
 * @throws Error for what XML 1.0 cannot hold
 */
export function writeXml(name: string, value: unknown): string {
  if (value == null) return '';
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join('');
  const content =
    typeof value === 'object'
      ? Object.entries(value).map(([child, item]) => writeXml(child, item))
      : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character] as string)];
  const xml = `<${name}>${content.join('')}</${name}>`;
  if (NOT_XML.test(xml) || !/^[A-Za-z_][\w.-]*$/.test(name)) {
    throw new Error(`XML cannot hold ${name}`);
  }
  return xml;
}

// The service's documents are 4 deep. A bound lets every later walk be a plain recursion.
const MAX_DEPTH = 32;

/**
 * Reads a document into `{ [root]: value }`. Attributes are passed over: the service uses none. Text
 * is kept as it is, white space too; between child elements white space is dropped.
 *
 * @throws Error for anything but one well-formed root element, so that a list is never half-read
 */
export function readXml(xml: string): XmlObject {
  const outer: XmlObject[] = [];
  // Of the element that is open: the text since its last child, and its children.
  let text = '';
  let children: XmlObject | undefined;

  const parser = new Parser();
  parser.on('openTag', () => {
    if (text.trim()) fail('text between elements');
    if (children && !outer.length) fail('two roots');
    if (outer.push(children || {}) > MAX_DEPTH) fail('too deep');
    children = undefined;
    text = '';
  });
  parser.on('closeTag', (name) => {
    if (children && text.trim()) fail('text between elements');
    const value = children || text;
    children = outer.pop() as XmlObject;
    text = '';
    const earlier = children[name];
    if (earlier === undefined) children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    // Of names such as constructor and __proto__ every object has something.
    else if (Object.keys(children).includes(name)) children[name] = [earlier, value];
    else fail(name);
  });
  parser.on('text', (piece, decodeEntities) => {
    text += piece.includes('&') ? decodeEntities(decodeHighCharacters(piece)) : piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  // A document type declaration can define entities, and so make a document that never ends.
  parser.on('attention', fail);
  // saxen only warns about text around the root.
  parser.on('warn', (warning) => fail(warning.message));
  parser.parse(xml.replace(/\r\n?/g, '\n'));
  // CDATA after the root.
  return text ? fail('text between elements') : children || {};
}

/** References to characters above U+FFFF, which saxen's own decoder does not know. */
function decodeHighCharacters(text: string): string {
  return text.replace(/&#(x?)([\da-f]{5,});/gi, (_, x, digits) =>
    String.fromCodePoint(x ? `0x${digits}` : digits),
  );
}

function fail(reason: string): never {
  throw new Error(reason);
}
