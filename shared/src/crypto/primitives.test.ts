import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSodium } from './sodium';
import { nobleSodium } from './testing/noble-sodium';

const sodium = await loadSodium();
const exactly = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const bytes = fc.uint8Array({ maxLength: 300 });
const key = exactly(32);

/** What a function gives, or that it refuses: errors are compared as refusals, not by wording. */
const outcome = <T>(run: () => T): T | 'refused' => {
  try {
    return run();
  } catch {
    return 'refused';
  }
};
const smallOrder = fc.constantFrom(
  new Uint8Array(32),
  Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0)),
  Uint8Array.from(Buffer.from('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'hex')),
  Uint8Array.from(Buffer.from('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157', 'hex')),
  Uint8Array.from(Buffer.from('ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')),
  Uint8Array.from(Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')),
  Uint8Array.from(Buffer.from('eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')),
);

describe('libsodium and an independent implementation agree on', () => {
  test('BLAKE2b, plain and keyed', () => {
    const hashKey = fc.oneof(fc.constant(null), key);
    fc.assert(
      fc.property(fc.constantFrom(32, 64), bytes, hashKey, (length, message, keyOrNot) => {
        expect(nobleSodium.crypto_generichash(length, message, keyOrNot)).toEqual(
          sodium.crypto_generichash(length, message, keyOrNot),
        );
      }),
    );
  });

  test('key derivation', () => {
    fc.assert(
      fc.property(fc.constantFrom(32, 56), fc.constantFrom(1, 2), key, (length, id, from) => {
        expect(nobleSodium.crypto_kdf_derive_from_key(length, id, 'hvnchain', from)).toEqual(
          sodium.crypto_kdf_derive_from_key(length, id, 'hvnchain', from),
        );
      }),
    );
  });

  test('X25519, refusing every public key of small order', () => {
    fc.assert(
      fc.property(key, fc.oneof(key, smallOrder), (own, peer) => {
        expect(nobleSodium.crypto_scalarmult_base(own)).toEqual(sodium.crypto_scalarmult_base(own));
        expect(outcome(() => nobleSodium.crypto_scalarmult(own, peer))).toEqual(
          outcome(() => sodium.crypto_scalarmult(own, peer)),
        );
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(key, smallOrder, (own, peer) => {
        expect(outcome(() => sodium.crypto_scalarmult(own, peer))).toBe('refused');
      }),
    );
  });

  test('X-Wing, from seeds to shared secrets, also for a ciphertext that was made for another key', () => {
    fc.assert(
      fc.property(key, key, exactly(64), (seed, otherSeed, coins) => {
        const [ours, theirs] = [sodium, nobleSodium].map((one) => {
          const pair = one.crypto_kem_xwing_seed_keypair(seed);
          const sent = one.crypto_kem_xwing_enc_deterministic(pair.publicKey, coins);
          const other = one.crypto_kem_xwing_seed_keypair(otherSeed);
          return {
            publicKey: pair.publicKey,
            privateKey: pair.privateKey,
            ...sent,
            received: one.crypto_kem_xwing_dec(sent.ciphertext, pair.privateKey),
            misread: one.crypto_kem_xwing_dec(sent.ciphertext, other.privateKey),
          };
        });
        expect(theirs).toEqual(ours);
        expect(ours?.received).toEqual(ours?.sharedSecret);
      }),
      { numRuns: 20 },
    );
  });

  test('Ed25519 signatures', () => {
    fc.assert(
      fc.property(key, bytes, fc.nat(63), fc.nat(7), (seed, message, at, bit) => {
        const pair = sodium.crypto_sign_seed_keypair(seed);
        expect(nobleSodium.crypto_sign_seed_keypair(seed)).toMatchObject({
          publicKey: pair.publicKey,
          privateKey: pair.privateKey,
        });
        const signature = sodium.crypto_sign_detached(message, pair.privateKey);
        expect(nobleSodium.crypto_sign_detached(message, pair.privateKey)).toEqual(signature);
        for (const one of [sodium, nobleSodium]) {
          expect(one.crypto_sign_verify_detached(signature, message, pair.publicKey)).toBe(true);
          const wrong = signature.slice();
          wrong[at] = (wrong[at] ?? 0) ^ (1 << bit);
          expect(outcome(() => one.crypto_sign_verify_detached(wrong, message, pair.publicKey))).not.toBe(
            true,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('XChaCha20-Poly1305', () => {
    fc.assert(
      fc.property(
        bytes,
        bytes,
        exactly(24),
        key,
        fc.nat(),
        (message, additionalData, nonce, messageKey, at) => {
          const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
            message,
            additionalData,
            null,
            nonce,
            messageKey,
          );
          expect(
            nobleSodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
              message,
              additionalData,
              null,
              nonce,
              messageKey,
            ),
          ).toEqual(sealed);
          const wrong = sealed.slice();
          wrong[at % wrong.length] = (wrong[at % wrong.length] ?? 0) ^ 1;
          for (const one of [sodium, nobleSodium]) {
            const opened = (ciphertext: Uint8Array) =>
              outcome(() =>
                one.crypto_aead_xchacha20poly1305_ietf_decrypt(
                  null,
                  ciphertext,
                  additionalData,
                  nonce,
                  messageKey,
                ),
              );
            expect(opened(sealed)).toEqual(message);
            expect(opened(wrong)).toBe('refused');
          }
        },
      ),
    );
  });

  test('padding', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(256, 1024), (text, size) => {
        const padded = sodium.pad(text, size);
        expect(nobleSodium.pad(text, size)).toEqual(padded);
        expect(nobleSodium.unpad(padded, padded.length)).toEqual(sodium.unpad(padded, padded.length));
      }),
    );
  });
});
