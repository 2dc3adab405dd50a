import fc from 'fast-check';
import { isXmlText, readXml as readWithParseXml, XmlError } from '../../server/emulator/xml.js';
import { isXml, readXml, writeXml, type XmlObject, type XmlValue } from '../../src/xml.js';
import { listXml, queueXml, updatedXml } from '../support/client.js';

/** A character that is in no document here. It stands for an ampersand that begins no legal reference. */
const AMPERSAND = '\uE000';

function isLegal(reference: string): boolean {
  if (/^&(amp|lt|gt|quot|apos);$/.test(reference)) return true;
  const [, hexadecimal, decimal] = /^&#(?:x([\da-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return code <= 0x10ffff && isXmlText(String.fromCodePoint(code));
}

/** https://www.w3.org/TR/xml/#NT-XMLDecl */
const DECLARATION =
  /^\uFEFF?<\?xml\s+version\s*=\s*("1\.\d+"|'1\.\d+')(\s+encoding\s*=\s*("[a-z][\w.-]*"|'[a-z][\w.-]*'))?(\s+standalone\s*=\s*("(yes|no)"|'(yes|no)'))?\s*\?>/i;

/**
 * What the service on this machine, which reads with @rgrove/parse-xml, makes of a document, as JSON; `undefined`
 * when it refuses it. Only declarations, about which it is lax, and illegal references are ours alone.
 */
function oracle(xml: string): string | undefined {
  if (/^\uFEFF?<\?xml[ \t\r\n]/.test(xml) && !DECLARATION.test(xml)) return undefined;
  const source = xml.replace(/&(#?\w+;)?/g, (reference) =>
    isLegal(reference) ? reference : AMPERSAND + reference.slice(1),
  );
  try {
    const { root, content } = readWithParseXml(source);
    return JSON.stringify({ [root]: content }).replaceAll(AMPERSAND, '&');
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** What our reader makes of it. */
function read(xml: string): XmlObject | undefined {
  try {
    return readXml(xml);
  } catch (error) {
    if (`${error}`.startsWith('Error: the answer is not one whole XML document')) return undefined;
    // Such as a TypeError, or a stack that overflows.
    throw error;
  }
}

/** Whatever one takes or refuses, the other does too; fields in the same order, as they are written back so. */
function agree(xml: string): void {
  const expected = oracle(xml);
  const found = JSON.stringify(read(xml));
  // Only then, as it takes longer than both readers.
  if (found !== expected) expect(found).toBe(expected);
}

// biome-ignore format: a table of short pieces
const TOKENS = [
  '<', '>', '/', '=', '"', "'", ' ', '\n', '\r\n', '\r', '\t', '&', ';', '?', '!', '-', ']', ':',
  '.', '1', 'A', 'x', '<A>', '</A>', '<A/>', '</A >', '<A', '<B>', '</B>', '</', '/>', ' a="1"',
  " b='2'", ' a = "&lt;>"', '<A:b.c-d/>', '<!--', '-->', '--', '<![CDATA[', ']]>', ']]', '<?',
  '?>', '<?a?>', '<?a b?>', '<?XML x?>', '<!DOCTYPE A>',
  '<?xml version="1.0"?>', "<?xml version='1.1' encoding='utf-8' standalone='no' ?>", '\uFEFF',
  '&amp;', '&lt;', '&#65;', '&#x4E2d;', '&#X41;', '&#0;', '&#xD800;', '&#x110000;', '&nope;',
  '&AMP;', '&#32;', '中', '<中>', '</中>', '😀', '<𠀀>', '</𠀀>', '\uD83D', '\uDE00', '\0', '\x7F',
  '\x85', '\uFFFE', '\u3000', '\xB7', '×',
];
const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 10 }).map((all) => all.join(''));

/** Any text that stands between tags, in a comment or in a CDATA section. */
const text = fc
  .oneof(soup, fc.string({ unit: 'binary' }))
  .map((all) => all.replace(/[^\t\n\r -\uD7FF\uE001-\uFFFD\u{10000}-\u{10FFFF}]|[<\]]/gu, ''));
const name = fc.constantFrom(
  'A',
  'B',
  'QueueList',
  'ns:a-b.c',
  '队列',
  '_1',
  '𠀀·̀',
  'constructor',
  'toString',
  'hasOwnProperty',
);
const between = fc.oneof(
  fc.constantFrom('', '', ' ', '\r\n  ', '\t'),
  text.map((all) => `<!--${all.replaceAll('-', '')}-->`),
  text.map((all) => `<?pi ${all.replaceAll('?', '')}?>`),
);
const attributes = fc
  .uniqueArray(name, { maxLength: 2 })
  .map((names) => names.map((attribute) => `\n${attribute} = "a>'b&amp;"`).join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, tie('content'), fc.constantFrom('', ' ', '\r'))
    .map(([tag, attributes, content, blank]) =>
      content === ''
        ? `<${tag}${attributes}${blank}/>`
        : `<${tag}${attributes}${blank}>${content}</${tag}${blank}>`,
    ),
  content: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .array(
        fc.oneof(
          text,
          between,
          text.map((all) => `<![CDATA[${all}]]>`),
        ),
        { maxLength: 4 },
      )
      .map((all) => all.join('')),
    fc.array(fc.oneof(tie('element'), between), { maxLength: 5 }).map((all) => all.join('')),
  ),
}));
const declaration = fc.constantFrom(
  '',
  '\uFEFF',
  '<?xml version="1.0" encoding="utf-8"?>\r\n',
  "<?xml version = '1.1'\nstandalone='yes' ?>",
);
const document = fc.tuple(declaration, between, element, between).map((all) => all.join(''));

const RECORDED = [
  listXml([queueXml({ Name: '合同 &amp; 预览' }), '<QueueList><QueueId>p2</QueueId></QueueList>']),
  updatedXml({ NotifyConfig: '<Url>https://a.cn/?x=1&amp;y=2</Url><Event>TaskFinish</Event>' }),
  "<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>NoSuchBucket</Code>\n\t<Message>The specified bucket does not exist.</Message>\n\t<Resource>a-1.ci.ap-beijing.myqcloud.com</Resource>\n\t<RequestId>NWNh</RequestId>\n\t<TraceId>OGVm==</TraceId>\n</Error>\n\n",
].flatMap((xml) => [xml, xml.replace(/></g, '>\r\n  <')]);

// biome-ignore format: a table of short pieces
const TAKEN = [
  '<R/>', '<R></R>', '<R />', '<R ></R >', '<r\t\r\n/>', '\uFEFF<R/>', ' \n<R/>\t', '<R:1/>',
  '<_.-·/>', '<中文/>', '<𠀀/>', '<R a=""/>', "<R a='>\"'/>", '<R\na = "1"\tb="\'"/>',
  '<R a:b="&amp;"/>', '<R 中="1"></R>', '<R A="1" a="1"/>', '<R><!----><!--->--><!-- - --></R>',
  '<!--<R>--><R/><!--&-->', '<R><![CDATA[]]]]></R>', '<R><![CDATA[<A>&amp;]]></R>', '<?a?><R/>',
  '<R><?a <b> ? ?></R><?xml-b?>', '<R><?中 ?></R>', '<R>]] >]]&gt;</R>', '<R>&#32;<A/>&#13;</R>',
  '<?xml version="1.0"?><R/>', "<?xml version = '1.12' ?> <R/>",
  '<?xml version="1.0" encoding="GBK" standalone="no"?><R/>', '<R> <A>1</A> <A/> </R>',
  '<R><A> </A><B><C>😀</C></B></R>', '<R>\x7F\x85\uFFFD\u{10FFFF}</R>',
  '<R><A>1</A><![CDATA[ ]]></R>', '<R>&amp;&lt;&gt;&quot;&apos;&#1114111;&#x10FFFF;&#x9;</R>',
];
// biome-ignore format: a table of short pieces
const REFUSED = [
  '', ' ', 'R', '<R', '<R>', '</R>', '<R/></R>', '<R></r>', '<R></R', '<R></ R>', '<R/ >', '< R/>',
  '<R//>', '<R<A/></R>', '<>', '</>', '<1/>', '<-a/>', '<·/>', '<×/>', '<\u037E/>', '<a\u2041/>',
  '<\uDE00/>', '<\uD83D/>', '<a!/>', '<a&b/>', '<R></R x>', '<R/><R/>', '<R>1</R><S>2</S>',
  'x<R/>', '<R/>x', '&#32;<R/>', '<R/><![CDATA[]]>', '<![CDATA[ ]]><R/>', '\uFEFF\uFEFF<R/>',
  '\u3000<R/>', '<R>\0</R>', '<R>\x0B</R>', '<R>\uFFFE</R>', '<R>\uD83D</R>', '<R>\uDE00x</R>',
  '<R>]]></R>', '<R><A>]]></A></R>', '<R>a<b</R>', '<R a/>', '<R a=1/>', '<R a="/>', '<R a="1\'/>',
  '<R a="<"/>', '<R a="1"b="2"/>', '<Ra="1"/>', '<R a="1" a="2"/>', '<R 1="1"/>', '<R a="" 1=""/>', '<R a="\0"/>',
  '<R \uDE00=""/>', '<R ="1"/>', '<R a=="1"/>', '<R><!-- -- --></R>', '<R><!-- ---></R>',
  '<R><!-></R>', '<R><!--\0--></R>', '<!-- <R/>', '<R/><!-- a', '<R/><?a', '<R><!-- a -></R>', '<R><!a></R>',
  '<R><![CDATA[\0]]></R>', '<R><![CDATA[x]></R>', '<R><![cdata[x]]></R>', '<R><![CDATA [x]]></R>',
  '<R><?xml x?></R>', '<R/><?xMl?>', '<R><?1?></R>', '<R><? a?></R>', '<R><?a?b?></R>',
  '<R><?a\0?></R>', '<R><?a \0?></R>', '<R><?a></R>', '<R><?\uDE00?></R>',
  ' <?xml version="1.0"?><R/>', '<?xml version="2.0"?><R/>', '<?xml version="1."?><R/>',
  '<?xml version="1.0\'?><R/>', '<?xml?><R/>', '<?xml encoding="utf-8"?><R/>',
  '<?xml version="1.0"encoding="a"?><R/>', '<?xml version="1.0" encoding="1"?><R/>',
  '<?xml version="1.0" encoding=""?><R/>', '<?xml version="1.0" encoding="a\'?><R/>',
  '<?xml version="1.0" x="1"?><R/>', '<?xml version="1.0" standalone="maybe"?><R/>',
  '<?xml version="1.0" standalone="yesno"?><R/>', '<?xml version="1.0" standalone="yes\'?><R/>',
  '<?xml version="1.0" standalone="yes" encoding="a"?><R/>', '<?xml version="1.0">',
  '<!DOCTYPE R><R/>', '<!DOCTYPE R [<!ENTITY a "b">]><R>&a;</R>', '<R>a<A/></R>', '<R><A/>a</R>',
  '<R><A>1</A>a</R>', '<R>a<A>1</A></R>', '<R>&#65;<A/></R>', '<R><A/><![CDATA[a]]></R>',
  '<R>a<!-- --><A/></R>', '<R>a<A><B/></A></R>', '<R>\xA0<A/></R>',
];

/** Every object has these. */
const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'].flatMap(
  (name) => [1, 2, 3].map((times) => `<R>${`<${name}>1</${name}>`.repeat(times)}</R>`),
);
// 32 levels are read: documents that are deeper than any answer are refused.
const nested = (depth: number, inner = '') => '<a>'.repeat(depth) + inner + '</a>'.repeat(depth);
const MANY = `<R>${'<A a="1"/><A/>'.repeat(40)}</R>`;
const SHALLOW = [nested(32), nested(31, '<a b=""/>'), MANY];
const DEEP = [nested(32, '<a b=""/>'), nested(34)];

describe('the reader agrees with @rgrove/parse-xml', () => {
  it.each([...TAKEN, ...INHERITED, ...SHALLOW])('and takes %j', (xml) => {
    agree(xml);
    expect(read(xml)).toBeDefined();
  });

  it.each([...REFUSED, ...DEEP])('and refuses %j', (xml) => {
    agree(xml);
    expect(read(xml)).toBeUndefined();
  });

  it('on random documents, which it takes', () => {
    fc.assert(
      fc.property(document, (xml) => {
        agree(xml);
        expect(read(xml)).toBeDefined();
      }),
    );
  });

  it('on any string of pieces of markup', () => {
    const within = fc.constantFrom<[string, string]>(
      ['', ''],
      ['<R>', '</R>'],
      ['<R><A>1</A>', '</R>'],
      ['<R', '>x</R>'],
      ['<R/>', ''],
      ['<!--', '--><R/>'],
      ['<?xml', '?><R/>'],
    );
    fc.assert(fc.property(within, soup, ([start, end], inner) => agree(start + inner + end)));
  });

  it('on mutations of recorded answers', () => {
    const pieces = [...TOKENS, ...RECORDED.flatMap((xml) => xml.split(/(?=<)/))];
    const edit = fc.tuple(
      fc.nat(5000),
      fc.oneof(fc.nat(3), fc.nat(60)),
      fc.constantFrom('', ...pieces),
    );
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...RECORDED), edits, (recorded, edits) => {
        let xml = recorded;
        for (const [at, remove, insert] of edits) {
          const start = at % (xml.length + 1);
          xml = xml.slice(0, start) + insert + xml.slice(start + remove);
        }
        agree(xml);
      }),
    );
  });

  it('on every cut of a recorded answer, and on every character left out of it', () => {
    for (const xml of RECORDED) {
      agree(xml);
      expect(read(xml)).toBeDefined();
      for (let at = 0; at < xml.length; at++) {
        agree(xml.slice(0, at));
        agree(xml.slice(at + 1));
        agree(xml.slice(0, at) + xml.slice(at + 1));
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

  it('leaves what is no legal reference as it came, and decodes each once', () => {
    const xml =
      '<R>&amp;lt;&#x00026;lt;&#65;&#x4E2D;&#128512;?a=1&b=2&nope;&#0;&#xD800;&#X41;&</R>';
    expect(readXml(xml)).toEqual({ R: '&lt;&lt;A中😀?a=1&b=2&nope;&#0;&#xD800;&#X41;&' });
  });

  it('takes no harm from __proto__', () => {
    const { R } = readXml('<R><A>1</A><__proto__><B>2</B></__proto__><__proto__/></R>');
    expect(Object.entries(R as XmlObject)).toContainEqual(['A', '1']);
    expect('B' in {}).toBe(false);
    for (const root of ['<__proto__/>', '<R/><__proto__/>', '<__proto__/><R/>']) {
      expect(read(root)).toBeUndefined();
    }
    const hidden = '<R><__proto__><A/><A/></__proto__><A>1</A></R>';
    expect(readXml(hidden)).toEqual({ R: { A: '1' } });
  });

  it.each([
    ['', 'at its end'],
    ['<R><A>1</A>', 'at its end'],
    ['Service Unavailable', 'at character 0'],
    ['<R><A>1</B></R>', 'at character 7'],
    ['<R/><R/>', 'at character 4'],
  ])('says where it refuses %j', (xml, where) => {
    expect(() => readXml(xml)).toThrow(
      `the answer is not one whole XML document: it is wrong ${where}`,
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
    fc.assert(
      fc.property(document, (xml) => {
        const before = readXml(xml);
        const [[root, value]] = Object.entries(before) as [[string, XmlValue]];
        expect(readXml(writeXml(root, value))).toEqual(before);
      }),
    );
  });

  it('knows which names and texts XML can hold', () => {
    const anyName = fc.oneof(name, soup, fc.string());
    fc.assert(
      fc.property(anyName, fc.oneof(soup, fc.string({ unit: 'binary' })), (tag, content) => {
        const isName = oracle(`<${tag}/>`) !== undefined && !/[ \t\r\n/]/.test(tag);
        expect(isXml(tag, content)).toBe(isName && isXmlText(content));
        if (isXml('R', content)) expect(readXml(writeXml('R', content))).toEqual({ R: content });
      }),
    );
  });
});
