import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { err, ok, type Result } from '../result';
import type { Random, Sodium } from './sodium';

const ROOT_SEED_BYTES = 32;

/** The organisation's root. `seed` is the whole secret; it exists outside this computer as words only. */
export interface Root {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

export const rootFromSeed = (sodium: Sodium, seed: Uint8Array): Root => ({
  seed,
  publicKey: sodium.crypto_sign_seed_keypair(seed).publicKey,
});

export const generateRoot = (sodium: Sodium, random: Random): Root =>
  rootFromSeed(sodium, random(ROOT_SEED_BYTES));

/** 24 words of the BIP-39 English list, the last one holding a checksum. */
export const rootToWords = (root: Root): string[] => entropyToMnemonic(root.seed, wordlist).split(' ');

/** Forgives capitals and spacing, nothing else: a wrong or misplaced word fails the checksum. */
export const rootFromWords = (sodium: Sodium, words: readonly string[]): Result<Root, 'wrong-words'> => {
  const written = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  if (written.length !== 24) return err('wrong-words');
  try {
    return ok(rootFromSeed(sodium, mnemonicToEntropy(written.join(' '), wordlist)));
  } catch {
    return err('wrong-words');
  }
};
