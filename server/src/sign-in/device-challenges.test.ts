import { toBase64Url } from '@haven/shared/crypto/bytes';
import { signerFromSeed } from '@haven/shared/crypto/certify';
import { proveDevice } from '@haven/shared/crypto/device-proof';
import { loadSodium } from '@haven/shared/crypto/sodium';
import type { PublicKey } from '@haven/shared/ids';
import { minutes } from '@haven/shared/units';
import { beforeEach, describe, expect, test } from 'vitest';
import { createKeyring } from '../tokens/keyring';
import { createDeviceChallenges } from './device-challenges';

const sodium = await loadSodium();
const NOON = Date.UTC(2026, 10, 28, 12);
let now = NOON;
const node = (secret = 'a secret of at least thirty-two characters') =>
  createDeviceChallenges({ sodium, keyring: createKeyring(secret), now: () => now });

const key = signerFromSeed(sodium, new Uint8Array(32).fill(1));
const session = { id: 'noors_session-1', device: toBase64Url(key.publicKey) as PublicKey };
const prove = (challenge: string) => proveDevice(key.sign, challenge);
const unproven = { ok: false, error: 'device-unproven' };

beforeEach(() => {
  now = NOON;
});

describe('A challenge', () => {
  test('is asked by one node, judged by another, and good for a minute', async () => {
    const proof = await prove(node().ask(session.id));
    now = NOON + minutes(1) - 1;
    expect(node().check(proof, session)).toEqual({ ok: true, value: null });
    now += 1;
    expect(node().check(proof, session)).toEqual(unproven);
  });

  test('is good for its session, signed by its device, sealed by a server of ours', async () => {
    const proof = await prove(node().ask(session.id));
    expect(node().check(proof, { ...session, id: 'karims' })).toEqual(unproven);
    expect(node('another secret, just as long as that one').check(proof, session)).toEqual(unproven);
    const karims = toBase64Url(signerFromSeed(sodium, new Uint8Array(32).fill(2)).publicKey) as PublicKey;
    expect(node().check(proof, { ...session, device: karims })).toEqual({
      ok: false,
      error: 'not-signed-in',
    });
    for (const nothing of [undefined, null, {}, { challenge: '', signature: '' }]) {
      expect(node().check(nothing, session)).toEqual(unproven);
    }
  });

  test('has the end that the server gave it, whatever a cookie says', async () => {
    const never = NOON + minutes(1_000_000);
    const cunning = [`${session.id}~${never}`, `${never}~${session.id}`, `~${session.id}`, `${session.id}~`];
    for (const sent of cunning) {
      now = NOON;
      const proof = await prove(node().ask(sent));
      expect(node().check(proof, session)).toEqual(unproven);
      now = NOON + minutes(2);
      expect(node().check(proof, session)).toEqual(unproven);
    }
  });
});
