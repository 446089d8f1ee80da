import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days } from '../units';
import { concat } from './bytes';
import { decodeIssuerCertificate } from './certificate';
import { certifyIssuer, signerFromSeed, signRevocations } from './certify';
import { verifyChain } from './chain';
import { CERTIFICATE_ERRORS } from './errors';
import type { Revocations } from './revocation';
import { encodeRevocationClaims, verifyRevocations } from './revocation-list';
import { loadSodium } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { authority, karim, must, NOON, ORGANISATION, sanne, staffDevice } from './testing/organisation';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'revocation');
const desk = await authority(sodium, random);
const sannes = await staffDevice(sodium, desk, sanne, random);
const karims = await staffDevice(sodium, desk, karim, random);
const policy = { roots: [desk.root.publicKey], organisation: ORGANISATION, now: NOON };
const serialOf = (device: typeof sannes): Uint8Array =>
  must(verifyChain(sodium, device.chain, policy)).serial;
const base = { organisation: ORGANISATION, number: 1, issuedAt: NOON };

const outcome = (device: typeof sannes, ...revocations: Revocations[]): string => {
  const verified = verifyChain(sodium, device.chain, { ...policy, revocations });
  return verified.ok ? verified.value.staffId : verified.error;
};

describe('a revocation list', () => {
  test("of the issuer withdraws Sanne's lost laptop and nobody else's", async () => {
    const serials = [serialOf(sannes)];
    const issuerCertificate = desk.issuerCertificate;
    const list = must(
      verifyRevocations(
        sodium,
        await signRevocations(desk.issuer, { ...base, issuerCertificate, serials }),
        policy,
      ),
    );
    expect(list).toMatchObject({ number: 1, signer: 'issuer', issuedAt: NOON });
    expect(outcome(sannes, list)).toBe('certificate-revoked');
    expect(outcome(karims, list)).toBe('karim');
  });

  test('of the root withdraws devices and the issuer itself', async () => {
    const issuerSerial = must(decodeIssuerCertificate(desk.issuerCertificate)).claims.serial;
    const ofDevice = await signRevocations(desk.root, { ...base, serials: [serialOf(sannes)] });
    const ofIssuer = await signRevocations(desk.root, { ...base, serials: [issuerSerial] });
    const deviceList = must(verifyRevocations(sodium, ofDevice, policy));
    const issuerList = must(verifyRevocations(sodium, ofIssuer, policy));
    expect(outcome(sannes, deviceList)).toBe('certificate-revoked');
    expect(outcome(karims, deviceList)).toBe('karim');
    expect(outcome(karims, issuerList)).toBe('certificate-revoked');
    expect(outcome(karims, deviceList, issuerList)).toBe('certificate-revoked');
  });

  test('of an issuer cannot withdraw what another issuer, or the root, certified', async () => {
    const other = signerFromSeed(sodium, random(32));
    const certificate = must(
      await certifyIssuer(
        sodium,
        desk.root,
        {
          organisation: ORGANISATION,
          publicKey: other.publicKey,
          notBefore: NOON - 1,
          notAfter: NOON + days(1),
        },
        random,
      ),
    );
    const issuerSerial = must(decodeIssuerCertificate(desk.issuerCertificate)).claims.serial;
    const serials = [serialOf(sannes), issuerSerial];
    const list = must(
      verifyRevocations(
        sodium,
        await signRevocations(other, { ...base, issuerCertificate: certificate, serials }),
        policy,
      ),
    );
    expect(outcome(sannes, list)).toBe('sanne');
  });

  test('is accepted from nobody else', async () => {
    const stranger = signerFromSeed(sodium, random(32));
    const serials = [serialOf(sannes)];
    const check = (bytes: Uint8Array, change: Partial<typeof policy> = {}) => {
      const verified = verifyRevocations(sodium, bytes, { ...policy, ...change });
      return verified.ok ? 'accepted' : verified.error;
    };
    expect(check(await signRevocations(stranger, { ...base, serials }))).toBe('unknown-root');
    const issuerCertificate = desk.issuerCertificate;
    expect(check(await signRevocations(stranger, { ...base, issuerCertificate, serials }))).toBe(
      'bad-signature',
    );
    const posing = { publicKey: desk.issuer.publicKey, sign: stranger.sign };
    expect(check(await signRevocations(posing, { ...base, issuerCertificate, serials }))).toBe(
      'bad-signature',
    );
    const honest = await signRevocations(desk.issuer, { ...base, issuerCertificate, serials });
    expect(check(honest)).toBe('accepted');
    expect(check(honest, { organisation: 'Een Andere Stichting' })).toBe('other-organisation');
    expect(check(honest, { now: NOON + days(100) })).toBe('certificate-expired');
    const anywhere = { roots: [desk.root.publicKey], now: NOON };
    const foreign = { ...base, organisation: 'Een Andere Stichting', issuerCertificate, serials };
    expect(verifyRevocations(sodium, await signRevocations(desk.issuer, foreign), anywhere)).toEqual({
      ok: false,
      error: 'other-organisation',
    });
    const elsewhere = { ...base, organisation: 'Een Andere Stichting', serials };
    expect(check(await signRevocations(desk.root, elsewhere))).toBe('other-organisation');
    expect(check(await signRevocations(desk.issuer, { ...elsewhere, issuerCertificate }))).toBe(
      'other-organisation',
    );
  });

  test('sorts its serials and drops repeats, so that one set has one list', async () => {
    const [a, b] = [serialOf(sannes), serialOf(karims)];
    const one = await signRevocations(desk.root, { ...base, serials: [a, b, a] });
    const other = await signRevocations(desk.root, { ...base, serials: [b, a] });
    expect(one).toEqual(other);
    expect(must(verifyRevocations(sodium, one, policy)).serials).toHaveLength(2);
  });

  test('that is not sorted, has the number 0 or repeats itself is malformed, even when signed', async () => {
    const low = new Uint8Array(16);
    const high = new Uint8Array(16).fill(9);
    for (const change of [{ serials: [high, low] }, { serials: [low, low] }, { number: 0 }]) {
      const body = encodeRevocationClaims({
        ...base,
        issuerCertificate: new Uint8Array(0),
        signerKey: desk.root.publicKey,
        serials: [low, high],
        ...change,
      });
      const bytes = concat(body, await desk.root.sign(body));
      expect(verifyRevocations(sodium, bytes, policy)).toEqual({ ok: false, error: 'malformed-certificate' });
    }
  });

  test('breaks with any byte, and garbage of any length is refused without a throw', async () => {
    const list = await signRevocations(desk.root, { ...base, serials: [serialOf(sannes), serialOf(karims)] });
    list.forEach((_, index) => {
      const verified = verifyRevocations(sodium, flipped(list, index), policy);
      expect(verified.ok ? 'accepted' : verified.error, `byte ${index}`).not.toBe('accepted');
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.nat(list.length - 1)), (some) => {
        const bytes = typeof some === 'number' ? list.slice(0, some) : some;
        const verified = verifyRevocations(sodium, bytes, policy);
        expect(CERTIFICATE_ERRORS).toContain(verified.ok ? 'accepted' : verified.error);
      }),
    );
    const promising = list.slice();
    promising.fill(255, list.length - 64 - 32 - 4, list.length - 64 - 32);
    expect(verifyRevocations(sodium, promising, policy)).toEqual({
      ok: false,
      error: 'malformed-certificate',
    });
  });
});
