import { wordlist } from '@scure/bip39/wordlists/english.js';

const BITS_PER_WORD = 11;

/** The first `11 · count` bits, most significant first, as words of the 2048-word list. */
export const wordsOf = (bytes: Uint8Array, count: number): string[] =>
  Array.from({ length: count }, (_, word) => {
    let index = 0;
    for (let bit = word * BITS_PER_WORD; bit < (word + 1) * BITS_PER_WORD; bit++) {
      index = index * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    }
    return wordlist[index] ?? '';
  });

/** Six words (66 bits) of a link's `th`, the same on both screens unless somebody sits between. */
export const sixWords = (th: Uint8Array): string[] => wordsOf(th, 6);
