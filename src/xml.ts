import { hasOwn } from './errors.js';

/** An element: its text, or its children by name; a repeated name is an array. */
export type XmlValue = string | XmlObject | XmlValue[];
export interface XmlObject {
  [name: string]: XmlValue;
}

/**
 * The pieces that the service's answers are made of, with the blanks behind them. On iOS, where nothing is compiled
 * at run time, the number of matches is what costs time: so an element that holds only text is one match.
 *
 * 1: the name of an element. 2: its text, if it holds only that, on one line. 3: `>`, if it holds more; an empty one has
 * neither. 4: the name of an end tag.
 */
const PIECE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, or they break a line
  /<(?:([A-Za-z]\w*)(?:>([^<&\]\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]*)<\/\1>|\/>|(>))|\/([A-Za-z]\w*)>)[ \t\n]*/y;

// Line ends are line feeds by then: https://www.w3.org/TR/xml/#sec-line-ends.
const SPACE = '[ \\t\\n]';
const EQUALS = `${SPACE}*=${SPACE}*`;
// https://www.w3.org/TR/xml/#NT-Name. Characters above U+FFFF are there as their surrogates.
const NAME_START =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uDB7F\\uDC00-\\uDFFF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const NAME = `[${NAME_START}][${NAME_START}\\d.\\xB7\\u0300-\\u036F\\u203F\\u2040-]*`;

/** The declaration that services write, or none. */
const USUAL_DECLARATION =
  /^\uFEFF?(?:<\?xml version="1\.0"(?: encoding="[A-Za-z][\w-]*")?\?>|(?!<\?xml[ \t\n]))[ \t\n]*/;

/** Any other piece. Most answers have none, so this expression, like the next two, is made when it is needed. */
const makeRarePiece = () =>
  new RegExp(
    [
      // 1: a text
      '([^<]+)',
      // 2: the name of an end tag
      `</(${NAME})${SPACE}*>`,
      // 3: the name of a start tag. 4: its attributes. 5: a slash, if the element is empty
      `<(${NAME})((?:${SPACE}+${NAME}${EQUALS}(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
      // 6: the text of a CDATA section
      '<!\\[CDATA\\[([^]*?)]]>',
      // 7: a comment
      '<!--([^]*?)-->',
      // 8: the target of a processing instruction
      `<\\?(${NAME})(?:${SPACE}[^]*?)?\\?>`,
    ].join('|'),
    'y',
  );
const makeDeclaration = () =>
  new RegExp(
    `^\\uFEFF?<\\?xml${SPACE}+version${EQUALS}(["'])1\\.\\d+\\1` +
      `(${SPACE}+encoding${EQUALS}(["'])[A-Za-z][\\w.-]*\\3)?` +
      `(${SPACE}+standalone${EQUALS}(["'])(yes|no)\\5)?${SPACE}*\\?>`,
  );
const makeName = () => new RegExp(`^${NAME}$`);

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

// The service's documents are 4 deep. A bound lets every later walk be a plain recursion.
const MAX_DEPTH = 32;

// https://www.w3.org/TR/xml/#charsets: lone surrogates are not among them.
function areXmlCharacters(text: string): boolean {
  return !/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text);
}

function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}

/** An element that is open, or the document. */
interface Open {
  name: string;
  children: XmlObject | undefined;
  /** All its text. An element with children may hold only blanks: `close` checks that. */
  text: string;
  /** The element around it. The document has none. */
  outer: Open | undefined;
  depth: number;
}

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
  const declaration = USUAL_DECLARATION.exec(xml) || makeDeclaration().exec(xml);
  if (!declaration) throw notWhole(xml, 0);
  let at = declaration[0].length;
  let rarePiece: RegExp | undefined;
  let element: Open = { name: '', children: undefined, text: '', outer: undefined, depth: 0 };
  PIECE.lastIndex = at;
  while (at < xml.length) {
    const piece = PIECE.exec(xml);
    let next: Open | undefined;
    if (!piece) {
      if (!rarePiece) rarePiece = makeRarePiece();
      rarePiece.lastIndex = at;
      next = readRarePiece(element, rarePiece.exec(xml) || ['\0']);
      PIECE.lastIndex = rarePiece.lastIndex;
    } else if (!piece[1]) {
      next = close(element, piece[4] as string);
    } else if (piece[3]) {
      next = open(element, piece[1], piece[0].slice(piece[1].length + 2));
    } else {
      next = add(element, piece[1], piece[2] || '');
    }
    if (!next) throw notWhole(xml, at);
    element = next;
    at = PIECE.lastIndex;
  }
  if (element.outer || !element.children) throw notWhole(xml, at);
  return element.children;
}

// Without the text there: it may be a secret, whose name stands before it.
function notWhole(xml: string, at: number): Error {
  const where = at < xml.length ? `character ${at}` : 'its end';
  return new Error(`the answer is not one whole XML document: it is wrong at ${where}`);
}

// Each of these returns the element that is open then, or nothing when the document is wrong.

function add(element: Open, name: string, value: XmlValue): Open | undefined {
  // Set as a field, it would lend its children to the element. It is no root either.
  if (name === '__proto__') return element.outer ? element : undefined;
  let { children } = element;
  // There is one root.
  if (children && !element.outer) return undefined;
  if (!children) {
    children = {};
    element.children = children;
  }
  const earlier = children[name];
  if (earlier === undefined) children[name] = value;
  else if (Array.isArray(earlier)) earlier.push(value);
  // Every object inherits some, such as constructor.
  else children[name] = hasOwn.call(children, name) ? [earlier, value] : value;
  return element;
}

function open(element: Open, name: string, text: string): Open | undefined {
  const depth = element.depth + 1;
  if (depth > MAX_DEPTH) return undefined;
  return { name, children: undefined, text, outer: element, depth };
}

function close({ name, children, text, outer }: Open, end: string): Open | undefined {
  if (end !== name || (children && !isBlank(text))) return undefined;
  return add(outer as Open, name, children || text);
}

function readRarePiece(element: Open, piece: string[]): Open | undefined {
  if (!areXmlCharacters(piece[0] as string)) return undefined;
  if (piece[2]) return close(element, piece[2]);
  const start = piece[3];
  if (start) {
    const opened = open(element, start, '');
    if (!opened || (piece[4] && !areDistinct(piece[4]))) return undefined;
    return piece[5] ? close(opened, start) : opened;
  }
  let isRight: boolean;
  if (piece[1]) {
    isRight = element.outer ? !piece[1].includes(']]>') : isBlank(piece[1]);
    element.text += piece[1].replace(/&(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);/g, decode);
  } else if (piece[6] !== undefined) {
    isRight = element.outer !== undefined;
    element.text += piece[6];
  } else if (piece[8]) {
    isRight = piece[8].toLowerCase() !== 'xml';
  } else {
    isRight = !/--|-$/.test(piece[7] as string);
  }
  return isRight ? element : undefined;
}

function areDistinct(attributes: string): boolean {
  const names = attributes.replace(/"[^"]*"|'[^']*'/g, '').match(/[^ \t\n=]+/g) as string[];
  return new Set(names).size === names.length;
}

function decode(reference: string): string {
  // 065 or 0x41; what is not a number, such as 0mp, is a name.
  const code = Number(`0${reference.slice(2, -1)}`);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[reference];
  return character && areXmlCharacters(character) ? character : reference;
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
  return (
    (/^[A-Za-z]\w*$/.test(name) || makeName().test(name)) && areXmlCharacters(`${name} ${text}`)
  );
}
