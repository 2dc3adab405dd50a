import { isObject, keys } from './inspect.js';

/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlElements | XmlValue[];
type XmlElements = { [name: string]: XmlValue };

/**
 * A piece of a document as the service writes it, with the white space after it. Without JIT, on iOS, each match costs
 * time: so an element with only text is one match.
 *
 * 1: an element's name. 2: its text, if it holds only that, on one line. 3: `>`, if it holds more; an empty one has
 * neither. 4: the name of an end tag.
 */
const PIECE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y;

// What else a document may hold. Most responses have none of it.
const TEXT = /[^<]+/y;
/** 1: `>`, or empty if the `--` in a comment is not its end. 2: the text of a CDATA section. */
const UNPARSED =
  /<(?:!--[\s\S]*?--(>?)|!\[CDATA\[([\s\S]*?)]]>|\?(?![xX][mM][lL][?\s])[\s\S]*?\?>)/y;
/** 1: a slash, if it is an end tag. 2: the name. */
const TAG = /<(\/?)([A-Za-z_:\x80-\uFFFF][\w:.\x80-\uFFFF-]*)/y;
const ATTRIBUTE = /[ \t\n]+[^\s"'<>/=]+[ \t\n]*=[ \t\n]*(?:"[^"<]*"|'[^'<]*')/y;
/** 1: a slash, if it is an empty element. */
const TAG_END = /[ \t\n]*(\/?)>/y;

const START = /^\uFEFF?(?:<\?xml[ \t\n][^?]*\?>)?[ \t\n]*/;
const OTHER_ENCODING = /encoding[ \t\n]*=[ \t\n]*["'](?!utf-?8["'])/i;
/** 1: the name of a known reference; after a bare `&`, further ones, so that 10 MB of them are one match. */
const REFERENCE = /&((?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos)(?=;)|&*);?/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element whose end tag is still to come, or the document itself, which has no parent. */
interface OpenElement {
  name: string;
  text: string;
  parent: OpenElement | undefined;
  children: XmlElements | undefined;
}

/**
 * Reads a document into `{ [root]: value }`. It is strict, so that a list is never half-read: it refuses a document type
 * declaration, text beside elements, unknown references and encodings, and anything but one whole root element.
 * Attributes, comments and processing instructions are skipped, as the service uses none.
 * @throws Error that says where the reading stopped
 */
export function readXml(source: string): XmlElements {
  // https://www.w3.org/TR/xml/#sec-line-ends
  const xml = source.indexOf('\r') >= 0 ? source.replace(/\r\n?/g, '\n') : source;
  const start = `${START.exec(xml)}`;
  let at = start.length;
  let element: OpenElement = { name: '', text: '', parent: undefined, children: undefined };

  function refuse(): never {
    // The text there is left out, as it may be a secret.
    throw new Error(`the response is not one whole XML document: see character ${at}`);
  }

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found) at = pattern.lastIndex;
    return found;
  }

  function open(name: string, text: string): void {
    element = { name, text, parent: element, children: undefined };
  }

  function close(end: string): void {
    const { name, text, parent, children } = element;
    if (end !== name || (children && !isBlank(text))) refuse();
    // The document itself has no name, so it is not what an end tag closes.
    element = parent as OpenElement;
    add(name, children || text);
  }

  function add(name: string, value: XmlValue): void {
    if (!element.children) element.children = {};
    else if (!element.parent) refuse();
    const { children } = element;
    // Set as a field, `__proto__` would lend its children to the element.
    if (name === '__proto__') refuse();
    const earlier = children[name];
    // Every object inherits some functions, such as `constructor`.
    if (earlier === undefined || typeof earlier === 'function') children[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else children[name] = [earlier, value];
  }

  function readRarePiece(): void {
    const text = match(TEXT);
    const unparsed = !text && match(UNPARSED);
    if (text) readText(text[0]);
    else if (!unparsed) readTag();
    else if (unparsed[1] === '') refuse();
    else if (unparsed[2] !== undefined) addText(unparsed[2]);
  }

  function readTag(): void {
    const tag = match(TAG) || refuse();
    const name = tag[2] as string;
    const isEnd = tag[1];
    // One at a time: a repeated group would exhaust the engine's stack.
    while (!isEnd && match(ATTRIBUTE)) {}
    const isEmpty = (match(TAG_END) || refuse())[1];
    if (isEnd && isEmpty) refuse();
    if (!isEnd) open(name, '');
    if (isEnd || isEmpty) close(name);
  }

  function readText(text: string): void {
    if (!element.parent && isBlank(text)) return;
    if (text.indexOf(']]>') >= 0) refuse();
    const decoded = text.replace(REFERENCE, (_, name: string) => {
      // 065 or 0x41. No code, or one that is too large, becomes U+0000, which `addText` refuses.
      const code = Number(`0${name.slice(1)}`);
      return ENTITIES[name] || String.fromCodePoint(code <= 0x10ffff ? code : 0);
    });
    addText(decoded);
  }

  function addText(text: string): void {
    if (!element.parent || !XML_TEXT.test(text)) refuse();
    element.text += text;
  }

  if (OTHER_ENCODING.test(start)) refuse();
  while (at < xml.length) {
    // Not `match`: a call for each piece would add a tenth to the time.
    PIECE.lastIndex = at;
    const piece = PIECE.exec(xml);
    if (piece) at = PIECE.lastIndex;
    if (!piece) readRarePiece();
    else if (!piece[1]) close(piece[4] as string);
    else if (piece[3]) open(piece[1], piece[0].slice(piece[1].length + 2));
    else add(piece[1], piece[2] || '');
  }
  return (!element.parent && element.children) || refuse();
}

const isBlank = (text: string) => !/[^ \t\n]/.test(text);

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
  const content = isObject(value)
    ? keys(value).map((child) => writeXml(child, value[child]))
    : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character] as string)];
  return `<${name}>${content.join('')}</${name}>`;
}
