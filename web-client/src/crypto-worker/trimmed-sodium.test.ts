import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadSodium, type Sodium } from '@haven/shared/crypto/sodium';
import { checkVectors } from '@haven/shared/crypto/vectors/check';
import type { GoldenVectors } from '@haven/shared/crypto/vectors/golden-vectors';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trimSodium, trimWrappers } from '../../build/sodium/trim-sodium';
import { trimWasm } from '../../build/sodium/trim-wasm';

// The visitor's worker runs libsodium without the functions it cannot reach. What is left must be the same library.

const shared = createRequire(createRequire(import.meta.url).resolve('@haven/shared/crypto/sodium'));
const wrappersPath = join(
  dirname(shared.resolve('libsodium-wrappers')),
  '../modules-esm/libsodium-wrappers.mjs',
);
const libraryPath = join(
  dirname(createRequire(wrappersPath).resolve('libsodium')),
  '../modules-esm/libsodium.mjs',
);
const golden = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../../shared/src/crypto/vectors/golden.json', import.meta.url)),
    'utf8',
  ),
) as GoldenVectors;
const folder = mkdtempSync(join(tmpdir(), 'haven-sodium-'));
let whole: Sodium;
let trimmed: Sodium;

beforeAll(async () => {
  whole = await loadSodium();
  writeFileSync(join(folder, 'libsodium.mjs'), trimSodium(readFileSync(libraryPath, 'utf8')));
  const wrappers = trimWrappers(readFileSync(wrappersPath, 'utf8')).replace(
    '"libsodium"',
    '"./libsodium.mjs"',
  );
  writeFileSync(join(folder, 'wrappers.mjs'), wrappers);
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'wrappers.mjs')).href)) as {
    default: Sodium & { ready: Promise<void> };
  };
  await module.default.ready;
  trimmed = module.default;
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const message = fc.uint8Array({ maxLength: 5_000 });

describe('libsodium as the visitor’s worker has it', () => {
  it('computes every golden vector', async () => {
    expect(await checkVectors(trimmed, golden)).toEqual([]);
  });

  it('hashes and derives keys like the whole library', () => {
    fc.assert(
      fc.property(message, bytes(32), fc.nat(1_000), (text, key, id) => {
        for (const used of [null, key]) {
          expect(trimmed.crypto_generichash(64, text, used)).toEqual(
            whole.crypto_generichash(64, text, used),
          );
        }
        expect(trimmed.crypto_kdf_derive_from_key(48, id, 'story_ok', key)).toEqual(
          whole.crypto_kdf_derive_from_key(48, id, 'story_ok', key),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('agrees on secrets like the whole library, by X25519 and by X-Wing', () => {
    fc.assert(
      fc.property(bytes(32), bytes(32), bytes(64), (own, seed, randomness) => {
        const pair = whole.crypto_kem_xwing_seed_keypair(seed);
        expect(trimmed.crypto_kem_xwing_seed_keypair(seed)).toEqual(pair);
        const sent = trimmed.crypto_kem_xwing_enc_deterministic(pair.publicKey, randomness);
        expect(sent).toEqual(whole.crypto_kem_xwing_enc_deterministic(pair.publicKey, randomness));
        expect(trimmed.crypto_kem_xwing_dec(sent.ciphertext, pair.privateKey)).toEqual(sent.sharedSecret);
        const publicKey = trimmed.crypto_scalarmult_base(seed);
        expect(publicKey).toEqual(whole.crypto_scalarmult_base(seed));
        expect(trimmed.crypto_scalarmult(own, publicKey)).toEqual(whole.crypto_scalarmult(own, publicKey));
      }),
      { numRuns: 20 },
    );
  });

  it('signs, seals and pads like the whole library, and refuses what was changed', () => {
    fc.assert(
      fc.property(message, bytes(32), bytes(24), (text, key, nonce) => {
        const pair = trimmed.crypto_sign_seed_keypair(key);
        expect(pair).toEqual(whole.crypto_sign_seed_keypair(key));
        const signature = trimmed.crypto_sign_detached(text, pair.privateKey);
        expect(whole.crypto_sign_verify_detached(signature, text, pair.publicKey)).toBe(true);
        expect(trimmed.crypto_sign_verify_detached(signature, text, pair.publicKey)).toBe(true);

        const sealed = trimmed.crypto_aead_xchacha20poly1305_ietf_encrypt(text, nonce, null, nonce, key);
        expect(whole.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, nonce, nonce, key)).toEqual(
          text,
        );
        expect(trimmed.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, nonce, nonce, key)).toEqual(
          text,
        );
        sealed[sealed.length >> 1] = (sealed[sealed.length >> 1] ?? 0) ^ 1;
        expect(() =>
          trimmed.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, nonce, nonce, key),
        ).toThrow('ciphertext cannot be decrypted using that key');
        signature[3] = (signature[3] ?? 0) ^ 1;
        expect(trimmed.crypto_sign_verify_detached(signature, text, pair.publicKey)).toBe(false);

        const padded = trimmed.pad(text, 256);
        expect(padded).toEqual(whole.pad(text, 256));
        expect(trimmed.unpad(padded, 256)).toEqual(text);
        trimmed.memzero(padded);
        expect(padded.every((byte) => byte === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('finds its randomness where the whole library does', () => {
    const [one, other] = [trimmed.randombytes_buf(32), trimmed.randombytes_buf(32)];
    expect(one).toHaveLength(32);
    expect(one).not.toEqual(other);
  });

  it('refuses a module it cannot read rather than drop something that is needed', () => {
    const wasm = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    expect(() => trimWasm(wasm, [])).toThrow(TypeError);
    expect(() => trimSodium('export default 1')).toThrow(TypeError);
    expect(() => trimWrappers('var e=["crypto_a","crypto_b"],a=[C]')).toThrow(TypeError);
  });
});
