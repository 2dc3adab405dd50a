// What the reader takes and refuses is tested in test/src/xml.test.ts, where it is compared with that of `src`.
import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { readXml, writeXml, XmlError } from '../../server/emulator/xml';

it('writes any text that XML can hold so that any reader reads it', () => {
  // https://www.w3.org/TR/xml/#charsets, with what is hard to carry more often than chance would.
  const hard = fc.constantFrom(...'\r|\n|\r\n|\t| |&|<|>|]]>|&amp;|😀|"'.split('|'));
  const legal = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .filter((text) => /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]$/u.test(text));
  const texts = fc.string({ unit: fc.oneof(hard, legal), maxLength: 20 });
  fc.assert(
    fc.property(texts, (text) => {
      expect(parseXml(writeXml('a', { B: text })).text).toBe(text);
    }),
  );
});

it('never writes what is not XML', () => {
  const xml = writeXml('Root', { A: 'a\u0000b\ud800c\uffff', B: [], C: {} });
  expect(readXml(xml).content).toEqual({ A: 'a\u{FFFD}b\u{FFFD}c\u{FFFD}', C: '' });
});

// The largest body. `@rgrove/parse-xml` 4 takes the square of the number of carriage returns.
it.each(['<b/>', '\r'])('reads 64 KB of %j within a second', (piece) => {
  const start = Date.now();
  readXml(`<a>${piece.repeat((64 * 1024) / piece.length)}</a>`);
  expect(Date.now() - start).toBeLessThan(1000);
});

it('refuses 20,000 open elements', () => {
  expect(() => readXml('<a>'.repeat(20_000))).toThrow(XmlError);
});
