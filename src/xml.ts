import { hasOwn, keys } from './inspect.js';

/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlElements | XmlValue[];
export interface XmlElements {
  [name: string]: XmlValue;
}

/**
 * The piece that the service's documents are made of, with the blanks behind it. iOS runs this without JIT, where the
 * number of matches is what costs time: so an element that holds only text is one match.
 *
 * 1: the name of an element. 2: its text, if it holds only that, on one line. 3: `>`, if it holds more; an empty one has
 * neither. 4: the name of an end tag.
 */
const PIECE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y;

// What else a document may hold. Most responses have none of it.
const TEXT = /[^<]+/y;
/** 1: the text of a comment. 2: that of a CDATA section. A processing instruction has neither. */
const UNPARSED = /<(?:!--([\s\S]*?)--|!\[CDATA\[([\s\S]*?)]]|\?(?![xX][mM][lL][?\s])[\s\S]*?\?)>/y;
/** 1: a slash, if it is an end tag. 2: the name. */
const TAG = /<(\/?)([A-Za-z_:\x80-\uFFFF][\w:.\x80-\uFFFF-]*)/y;
const ATTRIBUTE = /[ \t\n]+[^\s"'<>/=]+[ \t\n]*=[ \t\n]*(?:"[^"<]*"|'[^'<]*')/y;
/** 1: a slash, if it is an empty element. */
const TAG_END = /[ \t\n]*(\/?)>/y;

const START = /^\uFEFF?(?:<\?xml[ \t\n][^?]*\?>)?[ \t\n]*/;
const OTHER_ENCODING = /encoding[ \t\n]*=[ \t\n]*["'](?!utf-?8["'])/i;
/** 1: the name of a reference that is known. A bare ampersand has none. */
const REFERENCE = /&(?:(#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);|&*)/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element whose end tag is still to come, or the document itself, which has no parent. */
interface OpenElement {
  name: string;
  text: string;
  parent: OpenElement | undefined;
  children: XmlElements | undefined;
}

/**
 * Reads a document into `{ [root]: value }`. It is strict, so that a list is never half-read: it takes one whole root
 * element, and neither a document type declaration, nor text beside elements, nor a reference or an encoding that it does
 * not know. Attributes, comments and processing instructions are passed over, as the service uses none.
 *
 * @throws Error that says where the document is wrong
 */
export function readXml(source: string): XmlElements {
  // https://www.w3.org/TR/xml/#sec-line-ends
  const xml = source.indexOf('\r') >= 0 ? source.replace(/\r\n?/g, '\n') : source;
  const start = `${START.exec(xml)}`;
  let at = start.length;
  let element: OpenElement = { name: '', text: '', parent: undefined, children: undefined };

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  }

  // Each of these returns whether the document is right so far.

  function open(name: string, text: string): boolean {
    element = { name, text, parent: element, children: undefined };
    return true;
  }

  function close(end: string): boolean {
    const { name, text, parent, children } = element;
    if (end !== name || !parent || (children && !isBlank(text))) return false;
    element = parent;
    return add(name, children || text);
  }

  function add(name: string, value: XmlValue): boolean {
    let { children } = element;
    // Set as a field, `__proto__` would lend its children to the element.
    if ((children && !element.parent) || name === '__proto__') return false;
    if (!children) {
      children = {};
      element.children = children;
    }
    const earlier = children[name];
    if (earlier === undefined) children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    // Every object inherits some fields, such as `constructor`.
    else children[name] = hasOwn.call(children, name) ? [earlier, value] : value;
    return true;
  }

  function readRarePiece(): boolean {
    const text = match(TEXT);
    if (text) return readText(text[0] as string);
    const unparsed = match(UNPARSED);
    if (!unparsed) return readTag();
    const data = unparsed[2];
    if (data !== undefined) return element.parent !== undefined && addText(data);
    return !/--|-$/.test(unparsed[1] || '');
  }

  function readTag(): boolean {
    const tag = match(TAG);
    if (!tag) return false;
    const isEnd = tag[1];
    const name = tag[2] as string;
    // One at a time: a repeated group would exhaust the engine's stack.
    while (!isEnd && match(ATTRIBUTE)) {}
    const end = match(TAG_END);
    if (!end || (isEnd && end[1])) return false;
    return isEnd ? close(name) : open(name, '') && (!end[1] || close(name));
  }

  function readText(text: string): boolean {
    if (!element.parent) return isBlank(text);
    const decoded = text.replace(REFERENCE, (_, name?: string) => {
      // 065 or 0x41. No code, or one that is too large, becomes a character that XML does not know either.
      const code = name ? Number(`0${name.slice(1)}`) : 0;
      return ENTITIES[`${name}`] || String.fromCodePoint(code <= 0x10ffff ? code : 0);
    });
    return text.indexOf(']]>') < 0 && addText(decoded);
  }

  function addText(text: string): boolean {
    element.text += text;
    return XML_TEXT.test(text);
  }

  let isRight = !OTHER_ENCODING.test(start);
  while (isRight && at < xml.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(xml);
    if (piece) at = PIECE.lastIndex;
    if (!piece) isRight = readRarePiece();
    else if (!piece[1]) isRight = close(piece[4] as string);
    else if (piece[3]) isRight = open(piece[1], (piece[0] as string).slice(piece[1].length + 2));
    else isRight = add(piece[1], piece[2] || '');
  }
  if (isRight && !element.parent && element.children) return element.children;
  // The text there is left out, as it may be a secret.
  throw new Error(`the response is not one whole XML document: see character ${at}`);
}

function isBlank(text: string): boolean {
  return !/[^ \t\n]/.test(text);
}

/** A text that XML can hold. https://www.w3.org/TR/xml/#charsets: lone surrogates are not among its characters. */
export const XML_TEXT = /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

// Readers turn a literal CR into LF: https://www.w3.org/TR/xml/#sec-line-ends.
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

/**
 * Writes an element: an object's fields as its children, an array as repeated elements. What is `undefined`
 * is left out. Names and texts must be those that XML can hold.
 */
export function writeXml(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => writeXml(name, item)).join('');
  const content =
    typeof value === 'object'
      ? keys(value as object).map((child) => writeXml(child, (value as XmlElements)[child]))
      : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character] as string)];
  return `<${name}>${content.join('')}</${name}>`;
}
