import { parseXml, type XmlDocument, XmlElement, XmlText } from '@rgrove/parse-xml';
import { ServiceError } from './errors';

/** An element's content: its text, or its children by name. A list is written as repeated elements. */
export type XmlValue = string | number | XmlFields | readonly XmlValue[];
/** Children in document order. */
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

export class XmlError extends ServiceError {
  constructor(message: string) {
    super('InvalidContent', message);
  }
}

// The service's documents have 4 levels. The limit bounds every recursion over a stored record.
const MAX_DEPTH = 32;

/**
 * Parses a document. Text is kept exactly; white space between elements and all attributes are dropped.
 *
 * @throws XmlError for a document that is not well-formed, has a document type declaration (which attacks use,
 * and nobody else here), or mixes text with elements
 */
export function readXml(text: string): { root: string; content: string | XmlFields } {
  const { root, children } = parse(text);
  if (!root || children.some(({ type }) => type === 'doctype')) {
    throw new XmlError('A document type declaration is not allowed.');
  }
  return { root: root.name, content: readContent(root, 1) };
}

function parse(text: string): XmlDocument {
  try {
    return parseXml(text, { preserveDocumentType: true });
  } catch (error) {
    // Very deep nesting ends in a RangeError, which is not an error of the parser's own.
    throw new XmlError((error as Error).message.replace(/\n.*/s, ''));
  }
}

function readContent(element: XmlElement, depth: number): string | XmlFields {
  if (depth > MAX_DEPTH) throw new XmlError(`Elements are nested more than ${MAX_DEPTH} deep.`);
  const children = element.children.filter((child) => child instanceof XmlElement);
  if (children.length === 0) return element.text;
  // XML's white space, which is less than what `trim` removes.
  const isText = (child: unknown) => child instanceof XmlText && /[^ \t\n\r]/.test(child.text);
  if (element.children.some(isText)) {
    throw new XmlError(`${element.name} holds text beside elements.`);
  }
  const values = new Map<string, XmlValue[]>();
  for (const child of children) {
    const sameName = values.get(child.name) ?? [];
    sameName.push(readContent(child, depth + 1));
    values.set(child.name, sameName);
  }
  // fromEntries makes every name an own property, even __proto__.
  return Object.fromEntries(
    Array.from(values, ([name, list]) => [name, list.length === 1 ? (list[0] as XmlValue) : list]),
  );
}

export function writeXml(root: string, content: XmlFields): string {
  return `<?xml version="1.0" encoding="utf-8"?>${element(root, content)}`;
}

function element(name: string, value: XmlValue): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, item]) => element(child, item))
          .join('')
      : escapeText(String(value));
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

// A literal CR would reach the reader as LF: https://www.w3.org/TR/xml/#sec-line-ends
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => ESCAPES[character] as string);
