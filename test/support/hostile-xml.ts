import { listXml, queueXml } from './client';

const SIZE = 10_000_000;
export const repeated = (piece: string) => piece.repeat(SIZE / piece.length);
const inName = (content: string) => listXml([queueXml({ Name: content })]);
const attributes = (name: string) =>
  Array.from({ length: 800_000 }, (_, index) => ` ${name}${index}=""`).join('');
const names = Array.from({ length: 40_000 }, (_, index) => `<N${index}/>`).join('');

/** Documents of 10 MB, each with the number of queues that it lists; those without a number are no lists. */
export const SHAPES: [string, string, (number | string)?][] = [
  ['a text', inName(repeated('x')), 1],
  ['a text of emoji', inName(repeated('😀')), 1],
  ['a text of blanks', inName(repeated(' \n')), 1],
  ['blanks between elements', listXml([repeated(' \n'), queueXml()]), 1],
  ['line ends', inName(repeated('\r')), 1],
  ['one comment', listXml([`<!--${repeated('x- ')}-->`]), 0],
  ['many comments', inName(repeated('<!---->')), 1],
  ['one CDATA section', inName(`<![CDATA[${repeated(']] >')}]]>`), 1],
  ['many CDATA sections', inName(repeated('x<![CDATA[y]]>')), 1],
  ['one processing instruction', listXml([`<?x ${repeated('? >')}?>`]), 0],
  ['references', inName(repeated('&amp;')), 1],
  ['one numeric reference', inName(`&#${repeated('0')}65;`), 1],
  ['ampersands', inName(repeated('&'))],
  ['an attribute', listXml([`<A a="${repeated('x')}"/>`, queueXml()]), 1],
  ['attributes', listXml([`<A${attributes('a')}/>`, queueXml()]), 1],
  ['attributes in Chinese', listXml([`<A${attributes('名')}/>`, queueXml()]), 1],
  ['a name', listXml([`<${repeated('n')}/>`, queueXml()]), 1],
  ['a name in Chinese', listXml([`<${repeated('名')}/>`, queueXml()]), 1],
  ['open tags', repeated('<a>')],
  ['closed tags', listXml([repeated('<a/>'), queueXml()]), 1],
  ['names that are each there twice', listXml([names, names, queueXml()]), 1],
  ['<', repeated('<')],
  ['a text of ]', inName(repeated(']')), 1],
  ['a text, open', `<Response>${repeated('x')}`],
  ['a comment, open', `<Response><!--${repeated('-x')}`],
  ['a CDATA section, open', `<Response><![CDATA[${repeated(']]')}`],
  ['a processing instruction, open', `<Response><?x${repeated(' ?')}`],
  ['attributes, open', `<Response${repeated(' a="1"')}`],
  ['blanks in a tag, open', `<Response${repeated(' ')}`],
  ['a name, open', `<${repeated('a')}`],
  ['a declaration', `<?xml version="1.0"${repeated(' ')}`],
];
