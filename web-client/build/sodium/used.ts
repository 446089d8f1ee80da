import type { Sodium } from '@haven/shared/crypto/sodium';

/** All of libsodium that the chat calls. A function that `Sodium` gains and this lacks is a compile error. */
const USED: Readonly<Record<keyof Sodium, true>> = {
  randombytes_buf: true,
  crypto_generichash: true,
  crypto_kdf_derive_from_key: true,
  crypto_scalarmult: true,
  crypto_scalarmult_base: true,
  crypto_kem_xwing_seed_keypair: true,
  crypto_kem_xwing_enc_deterministic: true,
  crypto_kem_xwing_dec: true,
  crypto_sign_seed_keypair: true,
  crypto_sign_detached: true,
  crypto_sign_verify_detached: true,
  crypto_aead_xchacha20poly1305_ietf_encrypt: true,
  crypto_aead_xchacha20poly1305_ietf_decrypt: true,
  memzero: true,
  pad: true,
  unpad: true,
};

/** The library tests itself with these at its start, whatever it is used for. */
const SELF_TEST = ['crypto_secretbox_easy', 'crypto_secretbox_open_easy'];

export const FUNCTIONS_USED: readonly string[] = [...Object.keys(USED), ...SELF_TEST];

/** What the library itself calls, whatever it is used for. */
export const NATIVE_ALWAYS: readonly string[] = [
  'sodium_init',
  'sodium_pad',
  'sodium_unpad',
  'malloc',
  'free',
];
