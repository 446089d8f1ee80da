import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './bytes';
import { signerFromSeed } from './certify';
import { isProofOf, proveDevice } from './device-proof';
import { enrolmentRequest } from './enrolment';
import { loadSodium } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { must, ORGANISATION, sanne } from './testing/organisation';
import { toHex } from './vectors/hex';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'device proof');
const device = signerFromSeed(sodium, random(32));
const publicKey = toBase64Url(device.publicKey);
const CHALLENGE = 'session~1795878000000.key.mac';

describe('a device proof', () => {
  test('is good for the device that signed and for the challenge that it signed', async () => {
    const proof = await proveDevice(device.sign, CHALLENGE);
    expect(isProofOf(sodium, publicKey, proof)).toBe(true);
    expect(isProofOf(sodium, publicKey, { ...proof, challenge: `${CHALLENGE}x` })).toBe(false);
    const other = toBase64Url(signerFromSeed(sodium, random(32)).publicKey);
    expect(isProofOf(sodium, other, proof)).toBe(false);
  });

  test('breaks with any byte, and what is no key or no signature proves nothing', async () => {
    const proof = await proveDevice(device.sign, CHALLENGE);
    const bytes = must(fromBase64Url(proof.signature));
    bytes.forEach((_, index) => {
      const changed = { ...proof, signature: toBase64Url(flipped(bytes, index)) };
      expect(isProofOf(sodium, publicKey, changed), `byte ${index}`).toBe(false);
    });
    expect(isProofOf(sodium, publicKey, { ...proof, signature: '' })).toBe(false);
    expect(isProofOf(sodium, publicKey, { ...proof, signature: '!'.repeat(86) })).toBe(false);
    expect(isProofOf(sodium, '', proof)).toBe(false);
  });

  test('is nothing else that a device signs, whatever a server asks it', async () => {
    const signed: Uint8Array[] = [];
    const watched = {
      publicKey: device.publicKey,
      sign: async (message: Uint8Array) => {
        signed.push(message);
        return device.sign(message);
      },
    };
    await enrolmentRequest(watched, { organisation: ORGANISATION, ...sanne });
    const [request] = signed;
    await proveDevice(watched.sign, new TextDecoder().decode(request));
    expect(toHex(signed[1] ?? new Uint8Array())).toMatch(
      new RegExp(`^00000014${toHex(new TextEncoder().encode('haven/1/device proof'))}`),
    );
  });

  test('is made of these bytes', async () => {
    const { signature } = await proveDevice(signerFromSeed(sodium, new Uint8Array(32)).sign, CHALLENGE);
    expect(signature).toBe(
      'QXV4bcuJWqIs-nwogJ6r3Kv13oxgdTkHPlsR28EywE7OC48eR0bl6POZM4czhxnpJhKAfrAvB9T2R0929WXmCg',
    );
  });
});
