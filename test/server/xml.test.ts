import { readXml, writeXml, XmlError } from '../../server/emulator/xml';

it('reads what it writes', () => {
  const fields = { A: '', B: ' b\r\n\t', C: { D: ['1', '2'], E: { F: '<&>"\'' } }, G: '😀' };
  const xml = writeXml('Root', fields);
  expect(readXml(xml)).toEqual({ root: 'Root', content: fields });
  expect(xml).toContain('<A/><B> b&#xD;\n\t</B>');
});

it('writes no field of an empty list, and an empty element for one without fields', () => {
  expect(writeXml('Root', { A: [], B: {}, C: 0 })).toContain('<Root><B/><C>0</C></Root>');
});

it('never writes what is not XML', () => {
  const xml = writeXml('Root', { A: 'a\u0000b\ud800c\uffff' });
  expect(readXml(xml).content).toEqual({ A: 'a\u{FFFD}b\u{FFFD}c\u{FFFD}' });
});

it('takes as many carriage returns as any other character', () => {
  const start = Date.now();
  expect(readXml(`<a>${'\r'.repeat(200_000)}</a>`).content).toBe('\n'.repeat(200_000));
  expect(Date.now() - start).toBeLessThan(1000);
});

it.each(['', 'text', '<a>', '<a/><b/>', '<!DOCTYPE a><a/>', '<a>x<b/></a>', '<a>&e;</a>'])(
  'refuses %j',
  (xml) => {
    expect(() => readXml(xml)).toThrow(XmlError);
  },
);
