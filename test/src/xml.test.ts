import fc from 'fast-check';
import { readXml, writeXml } from '../../src/xml.js';

/** Any character that XML 1.0 can hold: https://www.w3.org/TR/xml/#charsets */
const xmlCharacter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'&<>"\'\r\n\t ]-;#xamp') },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0x20, max: 0xd7ff }).map((c) => String.fromCodePoint(c)),
  },
  fc.integer({ min: 0xe000, max: 0xfffd }).map((c) => String.fromCodePoint(c)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((c) => String.fromCodePoint(c)),
);
const xmlText = fc.array(xmlCharacter, { maxLength: 40 }).map((all) => all.join(''));

describe('writing', () => {
  it('escapes what would end or change a text', () => {
    expect(writeXml('Url', 'https://a.cn/?x=1&y=<2>\r')).toBe(
      '<Url>https://a.cn/?x=1&amp;y=&lt;2&gt;&#xD;</Url>',
    );
  });

  it('nests objects, repeats arrays and leaves out what is not there', () => {
    const value = { A: 1, B: { C: ['x', 'y'] }, D: undefined, E: null, F: '' };
    expect(writeXml('Request', value)).toBe(
      '<Request><A>1</A><B><C>x</C><C>y</C></B><F></F></Request>',
    );
  });

  it.each(['\0', '\x08', '\x0B', '\x1F', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', 'a\uDBFFb'])(
    'refuses %j, which XML cannot hold',
    (text) => {
      expect(() => writeXml('Name', text)).toThrow('XML cannot hold Name');
    },
  );

  it.each(['a b', '1a', '', 'a><b', 'ä', '__proto__ '])(
    'refuses %j as the name of an element',
    (name) => {
      expect(() => writeXml(name, 'x')).toThrow(`XML cannot hold ${name}`);
    },
  );
});

describe('reading', () => {
  it('gives text, children and repeated elements', () => {
    const xml = '<R><A>1</A><B/><C>x</C><C><D>y</D></C><C></C></R>';
    expect(readXml(xml)).toEqual({ R: { A: '1', B: '', C: ['x', { D: 'y' }, ''] } });
  });

  it('takes what surrounds and decorates a document', () => {
    const xml =
      '\uFEFF<?xml version="1.0"?>\n<!-- a --><R a="1" b=\'>\'>\n  <A>x<!-- b -->y<![CDATA[<&]]></A>\n</R>\n<!-- c --> ';
    expect(readXml(xml)).toEqual({ R: { A: 'xy<&' } });
  });

  it('decodes references, and leaves a bare & as it came', () => {
    const xml = '<R>&amp;lt;&#65;&#x4E2D;&#128512;&#x1F600;?a=1&b=2&nope;&amp;#128512;</R>';
    expect(readXml(xml)).toEqual({ R: '&lt;A中😀😀?a=1&b=2&nope;&#128512;' });
  });

  it('keeps white space in a text, with line ends as XML has them', () => {
    expect(readXml('<R>  a\r\nb\rc&#xD; </R>')).toEqual({ R: '  a\nb\nc\r ' });
    expect(readXml('<R>\r<![CDATA[a\r\nb]]></R>')).toEqual({ R: '\na\nb' });
  });

  it('gives nothing for a document of comments', () => {
    expect(readXml('<!-- a -->')).toEqual({});
  });

  it.each([
    ['', 'missing start tag'],
    ['Service Unavailable', 'missing start tag'],
    ['{"a":1}', 'missing start tag'],
    ['<R><A>1</A>', 'unexpected end of file'],
    ['<R><A>1</B></R>', 'closing tag mismatch'],
    ['<R', 'unclosed tag'],
    ['<R></R', 'unclosed tag'],
    ['<R/><S/>', 'two roots'],
    ['<R/><R/>', 'two roots'],
    ['x<R/>', 'non-whitespace outside of root node'],
    ['<R/>x', 'non-whitespace outside of root node'],
    ['<R/><![CDATA[x]]>', 'text between elements'],
    ['<!DOCTYPE R><R/>', '<!DOCTYPE R>'],
    ['<!DOCTYPE R [<!ENTITY a "aaa">]><R>&a;</R>', '<!DOCTYPE'],
    ['<R>text<A/></R>', 'text between elements'],
    ['<R><A/>text</R>', 'text between elements'],
    ['<R><__proto__>1</__proto__></R>', '__proto__'],
    ['<R><constructor>1</constructor></R>', 'constructor'],
    ['<toString/>', 'toString'],
    ['<R>&#x110000;</R>', 'Invalid code point'],
    [`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, 'too deep'],
  ])('refuses %j', (xml, reason) => {
    expect(() => readXml(xml)).toThrow(reason);
  });

  it('refuses a document cut anywhere', () => {
    const xml =
      '<Response><QueueList><QueueId>p1</QueueId><Url>a&amp;b</Url></QueueList></Response>';
    for (let length = 0; length < xml.length; length++) {
      expect(() => readXml(xml.slice(0, length))).toThrow();
    }
  });

  it('reads 32 levels', () => {
    expect(() => readXml(`${'<a>'.repeat(32)}${'</a>'.repeat(32)}`)).not.toThrow();
    expect(() => readXml(`${'<a>'.repeat(33)}${'</a>'.repeat(33)}`)).toThrow('too deep');
  });
});

describe('writing, then reading', () => {
  it('gives any text back that XML can hold', () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        expect(readXml(writeXml('R', { A: text }))).toEqual({ R: { A: text } });
      }),
    );
  });

  it('gives any text back, or refuses to write it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
        // Names that every object has are refused: see above.
        fc.pre(!(name in {}));
        let xml: string;
        try {
          xml = writeXml('R', { [name]: text });
        } catch (error) {
          expect((error as Error).message).toMatch(/^XML cannot hold/);
          return;
        }
        expect(readXml(xml)).toEqual({ R: { [name]: text } });
      }),
    );
  });
});
