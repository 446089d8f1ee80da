import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64Url, fromBase64Url } from './bytes';
import { signerFromSeed } from './certify';
import { enrolmentRequest, fourWords, readEnrolmentRequest } from './enrolment';
import { generateRoot, rootFromWords, rootToWords } from './root';
import { loadSodium, systemRandom } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { must, ORGANISATION, sanne } from './testing/organisation';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'enrolment');

describe('an enrolment request', () => {
  const device = signerFromSeed(sodium, random(32));
  const claims = { organisation: ORGANISATION, ...sanne };

  test('tells the issuer who asks for which key, and both see the same four words', async () => {
    const text = await enrolmentRequest(device, claims);
    const request = must(readEnrolmentRequest(sodium, text));
    expect(request).toEqual({ ...claims, publicKey: device.publicKey });
    const words = fourWords(sodium, request);
    expect(words).toHaveLength(4);
    expect(fourWords(sodium, { ...claims, publicKey: device.publicKey })).toEqual(words);
  });

  test('of another key has other words: a swapped request shows', () => {
    const other = signerFromSeed(sodium, random(32));
    expect(fourWords(sodium, { ...claims, publicKey: other.publicKey })).not.toEqual(
      fourWords(sodium, { ...claims, publicKey: device.publicKey }),
    );
  });

  test('cannot name a key that the asker does not hold', async () => {
    const thief = { publicKey: device.publicKey, sign: signerFromSeed(sodium, random(32)).sign };
    const text = await enrolmentRequest(thief, claims);
    expect(readEnrolmentRequest(sodium, text)).toEqual({ ok: false, error: 'bad-signature' });
  });

  test('breaks with any byte', async () => {
    const text = await enrolmentRequest(device, claims);
    const [mark, body] = text.split('.');
    const bytes = must(fromBase64Url(body ?? ''));
    bytes.forEach((_, index) => {
      const changed = `${mark}.${toBase64Url(flipped(bytes, index))}`;
      expect(readEnrolmentRequest(sodium, changed).ok, `byte ${index}`).toBe(false);
    });
  });

  test('is never confused with another text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `haven-enrolment-1.${text}`),
        ),
        (text) => {
          expect(readEnrolmentRequest(sodium, text)).toEqual({ ok: false, error: 'malformed-request' });
        },
      ),
    );
  });
});

describe('the root', () => {
  test('comes back from its 24 words, however they are typed', () => {
    const root = generateRoot(sodium, systemRandom(sodium));
    const words = rootToWords(root);
    expect(words).toHaveLength(24);
    expect(rootFromWords(sodium, words)).toEqual({ ok: true, value: root });
    const typed = words.flatMap((word) => [` ${word.toUpperCase()} `, '']);
    expect(rootFromWords(sodium, typed)).toEqual({ ok: true, value: root });
  });

  test('is not made from words in another order, a word too few or a word of no list', () => {
    const words = rootToWords(generateRoot(sodium, random));
    const swapped = [words[1] ?? '', words[0] ?? '', ...words.slice(2)];
    const wrong = { ok: false, error: 'wrong-words' };
    expect(rootFromWords(sodium, swapped)).toEqual(wrong);
    expect(rootFromWords(sodium, words.slice(1))).toEqual(wrong);
    expect(rootFromWords(sodium, [...words.slice(1), 'haven'])).toEqual(wrong);
    expect(rootFromWords(sodium, [])).toEqual(wrong);
  });
});
