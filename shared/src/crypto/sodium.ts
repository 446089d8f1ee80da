import sodium from 'libsodium-wrappers';

interface Keys {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/**
 * All of libsodium that this package uses. Small and written out, so that it can be read at a glance what the
 * encryption rests on, and so that an independent implementation can be put in its place to compare.
 */
export interface Sodium {
  randombytes_buf(length: number): Uint8Array;
  /** BLAKE2b. */
  crypto_generichash(length: number, message: Uint8Array, key: Uint8Array | null): Uint8Array;
  crypto_kdf_derive_from_key(length: number, id: number, context: string, key: Uint8Array): Uint8Array;
  /** X25519; throws on an all-zero result. */
  crypto_scalarmult(privateKey: Uint8Array, publicKey: Uint8Array): Uint8Array;
  crypto_scalarmult_base(privateKey: Uint8Array): Uint8Array;
  /** X-Wing: the seed of 32 bytes is the private key. */
  crypto_kem_xwing_seed_keypair(seed: Uint8Array): Keys;
  /** Throws on a public key that is none. */
  crypto_kem_xwing_enc_deterministic(
    publicKey: Uint8Array,
    seed: Uint8Array,
  ): { readonly ciphertext: Uint8Array; readonly sharedSecret: Uint8Array };
  /** Throws on a ciphertext that is none; one for another key gives a secret that nobody else has. */
  crypto_kem_xwing_dec(ciphertext: Uint8Array, privateKey: Uint8Array): Uint8Array;
  /** Ed25519. */
  crypto_sign_seed_keypair(seed: Uint8Array): Keys;
  crypto_sign_detached(message: Uint8Array, privateKey: Uint8Array): Uint8Array;
  /** Throws on impossible lengths. */
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
  crypto_aead_xchacha20poly1305_ietf_encrypt(
    message: Uint8Array,
    additionalData: Uint8Array,
    unused: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): Uint8Array;
  /** Throws unless authentic. */
  crypto_aead_xchacha20poly1305_ietf_decrypt(
    unused: null,
    ciphertext: Uint8Array,
    additionalData: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): Uint8Array;
  memzero(bytes: Uint8Array): void;
  pad(bytes: Uint8Array, blockSize: number): Uint8Array;
  /** Throws when the end is no padding. */
  unpad(padded: Uint8Array, blockSize: number): Uint8Array;
}

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
