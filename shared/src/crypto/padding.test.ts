import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PLAINTEXT_BYTES, PADDED_SIZES, pad, unpad } from './padding';
import { loadSodium } from './sodium';

const sodium = await loadSodium();
const plaintext = fc.oneof(
  fc.uint8Array({ maxLength: 1100 }),
  fc
    .constantFrom(0, 255, 256, 1023, 1024, 4095, 4096, MAX_PLAINTEXT_BYTES)
    .map((length) => new Uint8Array(length)),
);

describe('padding', () => {
  test('reaches the smallest of four sizes that leaves room for the marker, and comes off exactly', () => {
    fc.assert(
      fc.property(plaintext, (text) => {
        const padded = pad(sodium, text);
        expect(PADDED_SIZES).toContain(padded.length);
        expect(PADDED_SIZES.filter((size) => size > text.length && size < padded.length)).toEqual([]);
        expect(padded[text.length]).toBe(0x80);
        expect(padded.subarray(text.length + 1).every((byte) => byte === 0)).toBe(true);
        expect(unpad(sodium, padded)).toEqual(text);
      }),
    );
  });

  test('refuses content that does not fit', () => {
    expect(() => pad(sodium, new Uint8Array(MAX_PLAINTEXT_BYTES + 1))).toThrow(RangeError);
  });

  test('is not taken for padding when it lacks the marker or could have been shorter', () => {
    expect(unpad(sodium, new Uint8Array(256))).toBeUndefined();
    expect(unpad(sodium, new Uint8Array(256).fill(1))).toBeUndefined();
    expect(unpad(sodium, new Uint8Array(0))).toBeUndefined();
    const roomy = new Uint8Array(1024);
    roomy[10] = 0x80;
    expect(unpad(sodium, roomy)).toBeUndefined();
  });
});
