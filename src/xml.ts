/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlObject | XmlValue[];
export interface XmlObject {
  [name: string]: XmlValue;
}

// https://www.w3.org/TR/xml/#charsets: no lone surrogates either.
const NOT_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

// A parser turns a literal CR into LF (https://www.w3.org/TR/xml/#sec-line-ends).
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

interface OpenElement {
  name: string;
  text: string;
  children?: XmlObject;
}

/**
 * Reads a document into `{ [root]: value }`. Attributes are checked and dropped: the service uses
 * none. Text is kept as it is, white space too; between child elements white space is dropped.
 *
 * @throws Error for anything but one well-formed root element, so that a list is never half-read
 */
export function readXml(xml: string): XmlObject {
  const outer: OpenElement[] = [];
  let current: OpenElement = { name: '', text: '' };

  const parser = new Parser();
  parser.on('openTag', (name, readAttributes) => {
    readAttributes();
    if (!outer.length && current.children) fail('two roots');
    if (outer.push(current) > MAX_DEPTH) fail('too deep');
    current = { name, text: '' };
  });
  parser.on('closeTag', (name) => {
    const value = contentOf(current);
    current = outer.pop() as OpenElement;
    // Without a prototype no name but this one is special: copied, it would set one.
    if (name === '__proto__') fail(name);
    current.children = current.children || (Object.create(null) as XmlObject);
    const earlier = current.children[name];
    if (earlier === undefined) current.children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else current.children[name] = [earlier, value];
  });
  parser.on('text', (text, decodeEntities) => {
    current.text += decodeEntities(decode(text));
  });
  parser.on('cdata', (text) => {
    current.text += text;
  });
  // A document type declaration can define entities, and so make a document that never ends.
  parser.on('attention', fail);
  // saxen only warns about text around the root and about malformed attributes.
  parser.on('warn', (warning) => fail(warning.message));
  parser.parse(xml);
  return contentOf(current) as XmlObject;
}

function contentOf({ text, children }: OpenElement): string | XmlObject {
  if (children && text.trim()) fail('text between elements');
  return children || text;
}

/** What saxen's own decoder leaves to do: line ends, and references to characters above U+FFFF. */
function decode(text: string): string {
  return /[&\r]/.test(text)
    ? text
        .replace(/\r\n?/g, '\n')
        .replace(/&#(x?)([\da-f]{5,});/gi, (_, x, digits) =>
          String.fromCodePoint(x ? `0x${digits}` : digits),
        )
    : text;
}

function fail(reason: string): never {
  throw new Error(reason);
}
