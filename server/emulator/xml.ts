import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/** An element's content: its text, or its children by name. A list is written as repeated elements. */
export type XmlValue = string | number | XmlFields | readonly XmlValue[];
/** Children in document order. */
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

export class XmlError extends Error {}

// The service's own documents have 3 levels. The limit bounds every recursion over a stored record.
const MAX_DEPTH = 32;

// https://www.w3.org/TR/xml/#charsets, negated. With the u flag it also finds a lone surrogate.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export const isXmlText = (text: string): boolean => text.search(NOT_XML) < 0;
/** Whether a text is only white space in XML's sense, which is narrower than that of `trim`. */
const isBlank = (text: string): boolean => /^[ \t\n\r]*$/.test(text);

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

function parse(text: string) {
  try {
    // `@rgrove/parse-xml` 4 normalizes carriage returns in quadratic time.
    return parseXml(text.replace(/\r\n?/g, '\n'), { preserveDocumentType: true });
  } catch (error) {
    // Very deep nesting ends in a RangeError, which is not an error of the parser's own.
    throw new XmlError(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

function readContent(element: XmlElement, depth: number): string | XmlFields {
  if (depth > MAX_DEPTH) throw new XmlError(`Elements are nested more than ${MAX_DEPTH} deep.`);
  const children = element.children.filter((child) => child instanceof XmlElement);
  if (children.length === 0) return element.text;
  if (element.children.some((child) => child instanceof XmlText && !isBlank(child.text))) {
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
  if (isList(value)) return value.map((item) => element(name, item)).join('');
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, item]) => element(child, item))
          .join('')
      : escapeText(String(value));
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

const isList = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value);

// A literal CR would reach the reader as LF: https://www.w3.org/TR/xml/#sec-line-ends
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

const escapeText = (text: string): string =>
  text
    .replace(/[&<>\r]/g, (character) => ESCAPES[character] as string)
    .replace(NOT_XML, '\u{FFFD}');
