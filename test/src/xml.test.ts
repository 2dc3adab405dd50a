import fc from 'fast-check';
import { readXml as readWithParseXml, XmlError } from '../../server/emulator/xml.js';
import { readXml, writeXml } from '../../src/xml.js';
import { listXml, queueXml, updatedXml } from '../support/client.js';

/**
 * What the local service, which reads with @rgrove/parse-xml, makes of a document, as JSON, or `undefined` when it refuses
 * it. Like ours, its reader refuses text beside elements and a document type. Only encodings are not its concern.
 */
function expectedOf(xml: string): string | undefined {
  if (/^\uFEFF?<\?xml[^?]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(xml)) return undefined;
  try {
    const { root, content } = readWithParseXml(xml);
    return JSON.stringify({ [root]: content });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** What our reader makes of it. */
function read(xml: string): string | undefined {
  try {
    return JSON.stringify(readXml(xml));
  } catch (error) {
    if (`${error}`.startsWith('Error: the response is not one whole XML')) return undefined;
    // Such as a TypeError, or a stack that overflows.
    throw error;
  }
}

/** Whatever one takes, the other takes, and reads alike: fields in the same order, as they are written back so. */
function expectSame(xml: string): void {
  const [found, expected] = [read(xml), expectedOf(xml)];
  // Only then, as it takes longer than both readers.
  if (found !== expected) expect(found).toBe(expected);
}

/** Pieces whose letters are right: only their order can be wrong. */
// biome-ignore format: a table of short pieces
const PIECES = [
  '<A>', '</A>', '<A/>', '</A\n>', '<B>', '</B>', '<B />', '<A b="1">', "<B\tb='>&lt;'\n/>",
  '<队列>', '</队列>', '<A:b.c-d/>', '<constructor/>', '<toString>', '</toString>', '<𠀀/>',
  'x', ' ', '\n', '\r\n', '\r', '\t', ']', '>', ']]>', '"', '-->', '中', '😀', '\u3000', '\x85', '\x7F',
  '&amp;', '&lt;', '&#65;', '&#x4E2d;', '&#0;', '&#xD800;', '&#x110000;', '&nope;', '&', '&#;', '&#32;', '&#x;',
  '&AMP;', '&amp', '&#X41;', '<', '</', '<!', '<!-',
  '<!--x-->', '<!---->', '<!--', '<!-- -- -->', '<!--<A>&-->', '<![CDATA[', '<![CDATA[<A>&]]>', '<![CDATA[]]]]>',
  '<A> <B>x&amp;</B>\r\n<B/></A>', '<C>]]&gt;<![CDATA[<&]]>\r</C>', '<D e = "1>\'">中</D>',
  '<?a b?>', '<?a?>', '<?xml version="1.0"?>', '<!DOCTYPE A>', '\uFEFF',
];
/** Pieces of which wrong names, attributes, instructions and characters can come, too. */
// biome-ignore format: a table of short pieces
const TOKENS = [
  ...PIECES, '/', '=', "'", ';', '?', '!', '-', ':', '.', '1', 'A', '<A', '/>', ' a="1"', " b='2'", '--', ']]', '<?', '<?a ',
  '?>', '\0', '\x0B', '\uFFFE', '\uD83D', '\uDE00', '<?XML x?>', "<?xml version='1.1' encoding='utf-8' ?>", '<×/>', '·',
];
const AROUND = ['<R>…</R>', '<R><A>1</A>…</R>', '<R/>…', '…', '<R>x…</R>', '<!-- -->…<R/>'];
const documentOf = (pieces: string[]) => {
  const content = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 10 });
  const fill = ([around, inside]: [string, string]) => around.replace('…', () => inside);
  return fc.tuple(fc.constantFrom(...AROUND), content).map(fill);
};

const RESPONSES = [
  listXml([queueXml({ Name: '合同 &amp; 预览' }), '<QueueList><QueueId>p2</QueueId></QueueList>']),
  updatedXml({ NotifyConfig: '<Url>https://a.cn/?x=1&amp;y=2</Url><Event>TaskFinish</Event>' }),
  "<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>NoSuchBucket</Code>\n\t<Message>The specified bucket does not exist.</Message>\n\t<Resource>a-1.ci.ap-beijing.myqcloud.com</Resource>\n\t<RequestId>NWNh</RequestId>\n\t<TraceId>OGVm==</TraceId>\n</Error>\n\n",
].flatMap((xml) => [xml, xml.replace(/></g, '>\r\n  <')]);

// biome-ignore format: a table of short pieces
const ACCEPTED = [
  '<R/>', '<R></R>', '<R />', '<R ></R >', '<r\t\r\n/>', '\uFEFF<R/>', '\r\n <R/>\t', '<R:1/>', '<_.-·/>', '<中文/>', '<𠀀/>',
  '<R a=""/>', '<R  a="1"/>', "<R a='>\"'/>", '<R\na = "1"\tb="\'"/>', '<R a:b="&amp;"/>', '<R 中="1"></R>',
  '<R><!----><!-- - -->\n<!-- a --></R>', '<!--<R>--><R/><!--&-->', '<R><![CDATA[]]]]></R>', '<R><![CDATA[<A>&amp;]]></R>',
  '<?a?><R/>', '<R><?a <b> ? ?></R><?xml-b?>', '<R>]] >]]&gt;</R>', '<R>&#32;<A/>&#10;</R>', '<R><A>1</A><![CDATA[ ]]></R>',
  "<?xml version = '1.1' ?> <R/>", '<?xml version="1.0" encoding="UTF-8" standalone="no"?><R/>',
  "<?xml version='1.0' encoding = 'utf8'?><R/>", '<R> <A>1</A> <A/> </R>', '<R><A> </A><B><C>😀</C></B></R>',
  '<R>\x7F\x85\uFFFD\u{10FFFF}</R>', '<R>&amp;lt;&#x00026;lt;&gt;&quot;&apos;&#1114111;&#x10FFFF;&#x9;</R>',
  '<R><A/><A/><A/></R>', '<R><toString/><toString>1</toString></R>',
];
// biome-ignore format: a table of short pieces
const REFUSED = [
  '', 'R', '<R', '<R>', '</R>', '<R/></R>', '<R></r>', '<R></R', '<R></ R>', '<R></R/>', '<R/ >', '< R/>', '<R//>', '<R<A/></R>',
  '<>', '</>', '<R/><R/>', 'x<R/>', '<R/>x', '&#32;<R/>', '<R/><![CDATA[]]>', '\uFEFF\uFEFF<R/>', '\u3000<R/>',
  '<R>\0</R>', '<R>\x0B</R>', '<R>\uFFFE</R>', '<R>\uD83D</R>', '<R>\uDE00x</R>', '<R>]]></R>', '<R>a<b</R>',
  '<R a/>', '<R a=1/>', '<R a="/>', '<R a="1\'/>', '<R a="<"/>', '<R a="1"b="2"/>', '<R ="1"/>', '<R a=="1"/>',
  '<R><!-- -- --></R>', '<R><!-- ---></R>', '<R><!--></R>', '<!-- <R/>', '<R/><?a', '<R><!-- a -></R>', '<R><!a></R>',
  '<R><![CDATA[\0]]></R>', '<R><![CDATA[x]></R>', '<R><![CDATA [x]]></R>', '<R><![cdata[x]]></R>',
  '<R><?xml x?></R>', '<R/><?xMl?>', '<R><?a></R>', ' <?xml version="1.0"?><R/>', '<?xml version="1.0">',
  '<!DOCTYPE R [<!ENTITY a "b">]><R>&a;</R>', '<R>a<A/></R>', '<R><A/>a</R>', '<R>&#65;<A/></R>', '<R><A/><![CDATA[a]]></R>',
  '<R>a<!-- --><A/></R>', '<R>a<A><B/></A></R>', '<R>\xA0<A/></R>',
  '<R>&</R>', '<R>&nope;</R>', '<R>&#0;</R>', '<R>&#xD800;</R>', '<R>&#x110000;</R>', '<R>&#X41;</R>', '<R>&amp</R>',
  '<R>a=1&b=2</R>', '<R>&#;</R>', '<R>&#x;</R>', '<R>&lt</R>;', '<R>&toString;</R>',
  '<?xml version="1.0" encoding="GBK"?><R/>', '<?xml version="1.0" encoding = "GBK"?><R/>',
  "<?xml version='1.0' encoding='utf-16' ?><R/>", '<?xml version="1.0" encoding="utf-88"?><R/>',
];

describe('the reader agrees with @rgrove/parse-xml', () => {
  it.each(ACCEPTED)('and accepts %j', (xml) => {
    expect(read(xml)).toBeDefined();
    expectSame(xml);
  });

  it.each(REFUSED)('and refuses %j', (xml) => {
    expect(read(xml)).toBeUndefined();
    expectSame(xml);
  });

  it('on the structure of any string of pieces', () => {
    fc.assert(fc.property(documentOf(PIECES), expectSame));
  });

  it('on every string of tokens that @rgrove/parse-xml accepts', () => {
    // What it refuses may be the letters of a name, which our reader does not judge.
    const isAgreed = (xml: string) => [undefined, read(xml)].includes(expectedOf(xml));
    fc.assert(fc.property(documentOf(TOKENS), isAgreed));
  });

  it('on every cut of a response, and on every character left out of it', () => {
    for (const xml of RESPONSES) {
      expectSame(xml);
      expect(read(xml)).toBeDefined();
      const root = xml.search(/<[RE]/);
      for (let at = 0; at < xml.length; at++) {
        expectSame(xml.slice(0, at));
        if (at >= root) expectSame(xml.slice(0, at) + xml.slice(at + 1));
      }
    }
  });
});

describe('the reader', () => {
  it('returns texts, and children by their names: a repeated one is an array', () => {
    const xml =
      '\uFEFF<?xml version="1.0"?>\n<!-- a --><R a="1" b=\'>\'>\n <A>x<!-- b -->y<![CDATA[<&]]></A>' +
      '<B/><C>1</C><C><D> 2\r\n</D></C><C></C>\n</R><?c?> ';
    expect(readXml(xml)).toEqual({ R: { A: 'xy<&', B: '', C: ['1', { D: ' 2\n' }, ''] } });
  });

  it('refuses an element named __proto__', () => {
    expect(read('<R><__proto__><A/></__proto__></R>')).toBeUndefined();
  });

  it.each([
    ['', 0],
    ['<R><A>secret</A>', 16],
    ['secret', 6],
    ['<R><A>1</B></R>', 11],
    ['<R>&#65;&secret;</R>', 16],
  ])('says where it refuses %j, and does not quote it', (xml, at) => {
    expect(() => readXml(xml)).toThrow(
      RegExp(`^the response is not one whole XML document: see character ${at}$`),
    );
  });
});

describe('the writer', () => {
  it('nests objects, repeats arrays, leaves out what is undefined, and escapes', () => {
    const value = { A: 1, B: { C: ['x', 'y'] }, D: undefined, E: '', F: 'a&b<c>\r\n"' };
    expect(writeXml('R', value)).toBe(
      '<R><A>1</A><B><C>x</C><C>y</C></B><E></E><F>a&amp;b&lt;c&gt;&#xD;\n"</F></R>',
    );
  });

  it('writes what the reader reads, so that it reads the same again', () => {
    const taken = documentOf(PIECES).filter((xml) => read(xml) !== undefined);
    const property = fc.property(taken, (xml) => {
      const before = readXml(xml);
      const [[root, value]] = Object.entries(before) as [[string, unknown]];
      expect(readXml(writeXml(root, value))).toEqual(before);
    });
    fc.assert(property);
  });
});
