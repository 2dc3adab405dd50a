/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlObject | XmlValue[];
export interface XmlObject {
  [name: string]: XmlValue;
}

// https://www.w3.org/TR/xml/#charsets: lone surrogates are not among them.
const NOT_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const NOT_BLANK = /[^ \t\n\r]/;

// Line ends are line feeds by then: https://www.w3.org/TR/xml/#sec-line-ends.
const SPACE = '[ \\t\\n]';
const EQUALS = `${SPACE}*=${SPACE}*`;
/** Up to where a name must end. Whether it is one, `isName` says. */
const NAME = `[^ \\t\\n<>/"'=&!?]+`;

/**
 * The next piece of a document. An element that holds only text is the commonest, so it comes first and whole:
 * on iOS, where nothing is compiled at run time, the number of matches is what costs time.
 */
const PIECE = new RegExp(
  [
    // 1: the name of an element that holds only text. 2: the text
    `${SPACE}*<([A-Za-z]\\w*)(?:/>|>([^<&\\]\\0-\\x08\\v\\f\\x0E-\\x1F\\uD800-\\uDFFF\\uFFFE\\uFFFF]*)</\\1>)`,
    // 3: a text
    '([^<]+)',
    // 4: the name of an end tag
    `</(${NAME})${SPACE}*>`,
    // 5: the name of a start tag. 6: its attributes. 7: a slash, if the element is empty
    `<(${NAME})((?:${SPACE}+${NAME}${EQUALS}(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
    // 8: the text of a CDATA section
    '<!\\[CDATA\\[([^]*?)]]>',
    // 9: a comment
    '<!--([^]*?)-->',
    // 10: the target of a processing instruction
    `<\\?(${NAME})(?:${SPACE}[^]*?)?\\?>`,
  ].join('|'),
  'y',
);
const DECLARATION = new RegExp(
  `^\\uFEFF?(<\\?xml${SPACE}+version${EQUALS}(["'])1\\.\\d+\\2` +
    `(${SPACE}+encoding${EQUALS}(["'])[A-Za-z][\\w.-]*\\4)?` +
    `(${SPACE}+standalone${EQUALS}(["'])(yes|no)\\6)?${SPACE}*\\?>)?`,
);
const REFERENCE = /&(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);/g;
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

// The service's documents are 4 deep. A bound lets every later walk be a plain recursion.
const MAX_DEPTH = 32;

/**
 * Reads a document into `{ [root]: value }`. It is strict, so that a list is never half-read: it takes one
 * whole, well-formed root element, and neither a document type declaration nor text beside elements.
 * Attributes, comments and processing instructions are passed over, as the service uses none. What is no
 * legal reference, such as `&nope;` or a bare `&`, stays as it came.
 *
 * @throws Error that says where the document is not as it should be
 */
export function readXml(source: string): XmlObject {
  const xml = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  let at = (DECLARATION.exec(xml) as RegExpExecArray)[0].length;
  // The element that is open, at first the document, and those around it.
  let name = '';
  let children: XmlObject | undefined;
  const outer: { name: string; children: XmlObject | undefined }[] = [];
  /** What the element holds since its last child. */
  let text = '';

  function must(holds: unknown): void {
    if (holds) return;
    // Without the text there: it may be a secret, whose name stands before it.
    const where = at < xml.length ? `character ${at}` : 'its end';
    throw new Error(`the answer is not one whole XML document: it is wrong at ${where}`);
  }

  function add(child: string, value: XmlValue): void {
    if (!name) must(!children);
    if (text) must(!NOT_BLANK.test(text));
    text = '';
    if (!children) children = {};
    addField(children, child, value);
  }

  function open(start: string, attributes: string): void {
    must(isName(start) && outer.push({ name, children }) <= MAX_DEPTH);
    if (text) must(!NOT_BLANK.test(text));
    if (attributes) must(areAttributes(attributes));
    name = start;
    children = undefined;
    text = '';
  }

  function close(end: string): void {
    must(end === name && !(text && children && NOT_BLANK.test(text)));
    const value = children || text;
    ({ name, children } = outer.pop() as (typeof outer)[0]);
    text = '';
    add(end, value);
  }

  PIECE.lastIndex = at;
  while (at < xml.length) {
    const piece = PIECE.exec(xml) || [];
    if (piece[1]) {
      add(piece[1], piece[2] || '');
    } else if (piece[4]) {
      close(piece[4]);
    } else if (piece[5]) {
      open(piece[5], piece[6] || '');
      if (piece[7]) close(name);
    } else {
      must(piece[0] && !NOT_XML.test(piece[0]));
      if (piece[3]) {
        must(name ? !piece[3].includes(']]>') : !NOT_BLANK.test(piece[3]));
        text += piece[3].replace(REFERENCE, decode);
      } else if (piece[8] !== undefined) {
        must(name);
        text += piece[8];
      } else if (piece[10]) {
        must(isName(piece[10]) && piece[10].toLowerCase() !== 'xml');
      } else {
        must(!/--|-$/.test(piece[9] as string));
      }
    }
    at = PIECE.lastIndex;
  }
  must(!name && children);
  return children as XmlObject;
}

function areAttributes(attributes: string): boolean {
  if (NOT_XML.test(attributes)) return false;
  const names = attributes.replace(/=\s*("[^"]*"|'[^']*')/g, '').match(/\S+/g) as string[];
  return names.every(isName) && new Set(names).size === names.length;
}

// https://www.w3.org/TR/xml/#NT-Name. Characters above U+FFFF are there as their surrogates.
const NAME_START =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uDB7F\\uDC00-\\uDFFF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const NAME_REST = '\\d.\\xB7\\u0300-\\u036F\\u203F\\u2040-';
/** Made at its first use: nearly all names are simple. */
let anyName: RegExp | undefined;

function isName(name: string): boolean {
  if (/^[A-Za-z]\w*$/.test(name)) return true;
  if (!anyName) anyName = new RegExp(`^[${NAME_START}][${NAME_START}${NAME_REST}]*$`);
  return anyName.test(name) && !NOT_XML.test(name);
}

const hasOwn = Object.prototype.hasOwnProperty;

function addField(fields: XmlObject, name: string, value: XmlValue): void {
  const earlier = fields[name];
  if (earlier === undefined) fields[name] = value;
  else if (Array.isArray(earlier)) earlier.push(value);
  // Every object inherits some, such as constructor.
  else fields[name] = hasOwn.call(fields, name) ? [earlier, value] : value;
}

function decode(reference: string): string {
  // 065 or 0x41; what is no number, as 0mp, is named.
  const code = Number(`0${reference.slice(2, -1)}`);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[reference];
  return !character || NOT_XML.test(character) ? reference : character;
}

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
      ? Object.entries(value as object).map(([child, item]) => writeXml(child, item))
      : [String(value).replace(/[&<>\r]/g, (character) => ESCAPES[character] as string)];
  return `<${name}>${content.join('')}</${name}>`;
}

/** Whether XML can hold an element of that name with that text. */
export function isXml(name: string, text: string): boolean {
  return isName(name) && !NOT_XML.test(text);
}
