import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromUtf8, toUtf8 } from './utf8';

test('every text is written as the platform writes it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(toUtf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
    }),
  );
});

test('a lone surrogate becomes the replacement character', () => {
  expect(toUtf8('a\ud800b')).toEqual(new Uint8Array(new TextEncoder().encode('a\ufffdb')));
});

test('every byte string is read, or refused, as a strict decoder does', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lead = fc.constantFrom(
    0x00,
    0x41,
    0x7f,
    0x80,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
    0xff,
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .array(fc.oneof(lead, fc.integer({ min: 0x80, max: 0xbf })), { maxLength: 8 })
      .map((list) => Uint8Array.from(list)),
    fc.string({ unit: 'binary' }).map(toUtf8),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      let expected: string | undefined;
      try {
        expected = strict.decode(some);
      } catch {
        expected = undefined;
      }
      const read = fromUtf8(some);
      expect(read).toEqual(
        expected === undefined ? { ok: false, error: 'malformed-utf8' } : { ok: true, value: expected },
      );
    }),
    { numRuns: 2000 },
  );
});
