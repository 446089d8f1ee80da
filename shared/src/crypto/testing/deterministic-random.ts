import type { Random, Sodium } from '../sodium';

const BLOCK = 64;

/** The same bytes on every run for the same label, and other bytes on every call. */
export const deterministicRandom = (sodium: Sodium, label: string): Random => {
  const key = new TextEncoder().encode(label.padEnd(16).slice(0, BLOCK));
  let blocks = 0;
  return (length) => {
    const bytes = new Uint8Array(Math.ceil(length / BLOCK) * BLOCK);
    for (let at = 0; at < length; at += BLOCK) {
      bytes.set(sodium.crypto_generichash(BLOCK, new TextEncoder().encode(`block ${blocks++}`), key), at);
    }
    return bytes.slice(0, length);
  };
};
