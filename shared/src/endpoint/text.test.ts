import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptText, cleanText } from './text';

test('line ends are made one kind, tabs become spaces, other control characters go', () => {
  expect(cleanText('  een\r\ntwee\rdrie\u2028vier\tvijf\u0000\u0007 ')).toBe('een\ntwee\ndrie\nvier vijf');
});

test('emoji, accents and Arabic stay as they are', () => {
  const text = 'Ça va? 👩‍👧 مرحبا';
  expect(cleanText(text)).toBe(text);
});

test('the limit is exact, and nothing is cut', () => {
  expect(acceptText('abcde', 5)).toEqual({ ok: true, value: 'abcde' });
  expect(acceptText('abcdef', 5)).toEqual({ ok: false, error: 'too-long' });
  expect(acceptText(' \n ', 5)).toEqual({ ok: false, error: 'empty' });
});

test('clean text is left alone when it is cleaned again, and always fits UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      expect(new TextDecoder().decode(new TextEncoder().encode(clean))).toBe(clean);
    }),
  );
});
