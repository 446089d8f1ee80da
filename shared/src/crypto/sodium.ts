import sodium from 'libsodium-wrappers';

export type Sodium = typeof sodium;

/** Cryptographically random bytes, as many as asked for. Tests and golden vectors pass a deterministic one. */
export type Random = (length: number) => Uint8Array;

/** The one way to reach libsodium: nothing in this package works before its WebAssembly has started. */
export const loadSodium = async (): Promise<Sodium> => {
  await sodium.ready;
  return sodium;
};

export const systemRandom =
  (loaded: Sodium): Random =>
  (length) =>
    loaded.randombytes_buf(length);
