import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sixWords, wordsOf } from './words';

const th = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('six words are the first 66 bits, in the words that everybody else uses for them', () => {
  fc.assert(
    fc.property(th, (hash) => {
      expect(sixWords(hash)).toEqual(entropyToMnemonic(hash, wordlist).split(' ').slice(0, 6));
      expect(wordsOf(hash, 23)).toEqual(entropyToMnemonic(hash, wordlist).split(' ').slice(0, 23));
    }),
  );
});

test('every one of the first 66 bits changes a word', () => {
  const hash = new Uint8Array(32);
  for (let bit = 0; bit < 66; bit++) {
    const other = hash.slice();
    other[bit >> 3] = 0x80 >> (bit & 7);
    expect(sixWords(other)).not.toEqual(sixWords(hash));
  }
});
