import type { Random, Sodium } from '../sodium';

/** The same bytes on every run for the same label, and other bytes on every call. */
export const deterministicRandom = (sodium: Sodium, label: string): Random => {
  let calls = 0;
  return (length) => {
    const seed = sodium.crypto_generichash(32, `${label} ${calls++}`, null);
    return sodium.randombytes_buf_deterministic(length, seed);
  };
};
