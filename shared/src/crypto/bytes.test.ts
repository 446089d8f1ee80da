import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, equalBytes, fromBase64Url, lp, toBase64Url, u32, u64 } from './bytes';
import { Reader } from './reader';

const bytes = fc.uint8Array({ maxLength: 600 });

describe('base64url', () => {
  test('is what Node writes, and comes back', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = toBase64Url(some);
        expect(text).toBe(Buffer.from(some).toString('base64url'));
        expect(fromBase64Url(text)).toEqual({ ok: true, value: some });
      }),
    );
  });

  test('has one text for each byte string: any other text is refused', () => {
    const near = fc.string({
      unit: fc.constantFrom('A', 'a', '0', '-', '_', '=', '+', '/', 'Q', 'é', '😀', ' '),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const decoded = fromBase64Url(text);
        const written = Buffer.from(text, 'base64url').toString('base64url');
        expect(decoded.ok).toBe(written === text);
        expect(toBase64Url(decoded.ok ? decoded.value : new Uint8Array(0))).toBe(decoded.ok ? text : '');
      }),
    );
  });

  test.each(['A', 'AAAAA', 'AA==', 'AB', 'AAB', 'A+AA', 'A/AA', 'AA A', 'AAAé', '\u0141AAA'])(
    'refuses %j',
    (text) => {
      expect(fromBase64Url(text)).toEqual({ ok: false, error: 'malformed-base64url' });
    },
  );
});

test('numbers and length-prefixed parts are read back as they were written', () => {
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), fc.maxSafeNat(), bytes, (small, large, part) => {
      const reader = new Reader(concat(u32(small), u64(large), lp(part)));
      expect(reader.u32()).toBe(small);
      expect(reader.u64()).toBe(large);
      expect(reader.lp()).toEqual(part);
      expect(reader.complete).toBe(true);
    }),
  );
});

describe('a reader', () => {
  test('remembers that it ran out, and reads nothing more', () => {
    const reader = new Reader(Uint8Array.of(1, 2, 3));
    expect(reader.take(4)).toEqual(new Uint8Array(0));
    expect(reader.u8()).toBe(0);
    expect(reader.complete).toBe(false);
  });

  test('is not complete while something is left', () => {
    const reader = new Reader(Uint8Array.of(1, 2));
    reader.u8();
    expect(reader.complete).toBe(false);
  });

  test('refuses a length that promises more than there is', () => {
    const reader = new Reader(concat(u32(0xffff_ffff), Uint8Array.of(1)));
    expect(reader.lp()).toEqual(new Uint8Array(0));
    expect(reader.complete).toBe(false);
  });

  test('refuses numbers beyond 2^53 − 1', () => {
    const reader = new Reader(concat(u32(0x0020_0000), u32(0)));
    reader.u64();
    expect(reader.complete).toBe(false);
  });
});

test('equal bytes are equal in length and content', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
      expect(equalBytes(a, a.slice())).toBe(true);
    }),
  );
});
