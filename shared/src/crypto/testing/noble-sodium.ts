import { randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import type { Sodium } from '../sodium';

const blockOf = (length: number, start: Uint8Array): Uint8Array => {
  const block = new Uint8Array(length);
  block.set(start);
  return block;
};

/** crypto_kdf: BLAKE2b with the number as salt and the context as personalization, nothing as message. */
const derive = (length: number, id: number, context: string, key: Uint8Array): Uint8Array => {
  const salt = new Uint8Array(16);
  new DataView(salt.buffer).setBigUint64(0, BigInt(id), true);
  const personalization = blockOf(16, new TextEncoder().encode(context));
  return blake2b(new Uint8Array(0), { dkLen: length, key, salt, personalization });
};

/**
 * The same primitives from an independent implementation. A whole conversation that comes out bit for bit the same
 * on both shows that each is used as it is meant to be.
 */
export const nobleSodium: Sodium = {
  randombytes_buf: (length) => new Uint8Array(randomBytes(length)),
  crypto_generichash: (length, message, key) =>
    blake2b(message, key ? { dkLen: length, key } : { dkLen: length }),
  crypto_kdf_derive_from_key: derive,
  crypto_scalarmult: (privateKey, publicKey) => x25519.getSharedSecret(privateKey, publicKey),
  crypto_scalarmult_base: (privateKey) => x25519.getPublicKey(privateKey),
  crypto_kem_xwing_seed_keypair: (seed) => {
    const { publicKey, secretKey } = xWing.keygen(seed);
    return { publicKey, privateKey: secretKey };
  },
  crypto_kem_xwing_enc_deterministic: (publicKey, seed) => {
    const { cipherText, sharedSecret } = xWing.encapsulate(publicKey, seed);
    return { ciphertext: cipherText, sharedSecret };
  },
  crypto_kem_xwing_dec: (ciphertext, privateKey) => xWing.decapsulate(ciphertext, privateKey),
  crypto_sign_seed_keypair: (seed) => {
    const publicKey = ed25519.getPublicKey(seed);
    const privateKey = new Uint8Array(64);
    privateKey.set(seed);
    privateKey.set(publicKey, 32);
    return { publicKey, privateKey };
  },
  crypto_sign_detached: (message, privateKey) => ed25519.sign(message, privateKey.subarray(0, 32)),
  crypto_sign_verify_detached: (signature, message, publicKey) =>
    ed25519.verify(signature, message, publicKey, { zip215: false }),
  crypto_aead_xchacha20poly1305_ietf_encrypt: (message, additionalData, _unused, nonce, key) =>
    xchacha20poly1305(key, nonce, additionalData).encrypt(message),
  crypto_aead_xchacha20poly1305_ietf_decrypt: (_unused, ciphertext, additionalData, nonce, key) =>
    xchacha20poly1305(key, nonce, additionalData).decrypt(ciphertext),
  memzero: (bytes) => {
    bytes.fill(0);
  },
  pad: (bytes, blockSize) => {
    const padded = blockOf(Math.ceil((bytes.length + 1) / blockSize) * blockSize, bytes);
    padded[bytes.length] = 0x80;
    return padded;
  },
  unpad: (padded) => {
    const end = padded.findLastIndex((byte) => byte !== 0);
    if (padded[end] !== 0x80) throw new Error('No padding.');
    return padded.slice(0, end);
  },
};
