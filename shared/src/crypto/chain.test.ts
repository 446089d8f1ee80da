import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { staffId as staffIdSchema } from '../ids';
import { days, hours } from '../units';
import { concat, u8 } from './bytes';
import {
  type DeviceClaims,
  decodeDeviceCertificate,
  decodeIssuerCertificate,
  DEVICE_VALIDITY_MAX,
  encodeDeviceClaims,
  encodeIssuerClaims,
  ISSUER_VALIDITY_MAX,
  isName,
  isStaffId,
} from './certificate';
import { certifyDevice, certifyIssuer, type Signer, signerFromSeed } from './certify';
import { type CertificateChain, verifyChain } from './chain';
import { CERTIFICATE_ERRORS } from './errors';
import { loadSodium } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import {
  authority,
  fatma,
  karim,
  must,
  NOON,
  ORGANISATION,
  sanne,
  staffDevice,
} from './testing/organisation';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'chain');
const desk = await authority(sodium, random);
const sannes = await staffDevice(sodium, desk, sanne, random);
const policy = { roots: [desk.root.publicKey], organisation: ORGANISATION, now: NOON };

const check = (chain: CertificateChain, change: Partial<Parameters<typeof verifyChain>[2]> = {}) => {
  const verified = verifyChain(sodium, chain, { ...policy, ...change });
  return verified.ok ? verified.value.displayName : verified.error;
};

/** A device certificate that no honest issuer would make, but whose signature holds. */
const signedDevice = async (signer: Signer, change: Partial<DeviceClaims>): Promise<CertificateChain> => {
  const { claims } = must(decodeDeviceCertificate(sannes.chain.device));
  const body = encodeDeviceClaims({ ...claims, ...change });
  return { issuer: sannes.chain.issuer, device: concat(body, await signer.sign(body)) };
};

describe('a chain', () => {
  test('names the person whose device was certified, and the issuer that did it', () => {
    const { serial, certifiedBy, ...verified } = must(verifyChain(sodium, sannes.chain, policy));
    expect(serial).toHaveLength(16);
    expect(certifiedBy.publicKey).toEqual(desk.issuer.publicKey);
    expect(verified).toEqual({
      organisation: ORGANISATION,
      ...sanne,
      publicKey: sannes.signer.publicKey,
      notBefore: NOON - hours(12),
      notAfter: NOON + hours(12),
    });
  });

  test('is followed from any pinned root, so that a successor can be pinned beside the present one', () => {
    const successor = signerFromSeed(sodium, random(32)).publicKey;
    expect(check(sannes.chain, { roots: [successor, desk.root.publicKey] })).toBe('Sanne');
    expect(check(sannes.chain, { roots: [successor] })).toBe('unknown-root');
    expect(check(sannes.chain, { roots: [] })).toBe('unknown-root');
  });

  test('is for one organisation', () => {
    expect(check(sannes.chain, { organisation: 'Een Andere Stichting' })).toBe('other-organisation');
    expect(check(sannes.chain, { organisation: undefined })).toBe('Sanne');
  });

  test('holds from its first moment up to, but not at, its last', () => {
    expect(check(sannes.chain, { now: NOON - hours(12) - 1 })).toBe('certificate-not-yet-valid');
    expect(check(sannes.chain, { now: NOON - hours(12) })).toBe('Sanne');
    expect(check(sannes.chain, { now: NOON + hours(12) - 1 })).toBe('Sanne');
    expect(check(sannes.chain, { now: NOON + hours(12) })).toBe('certificate-expired');
    expect(check(sannes.chain, { now: NOON - days(2) })).toBe('certificate-not-yet-valid');
    expect(check(sannes.chain, { now: NOON + days(100) })).toBe('certificate-expired');
    expect(check(sannes.chain, { now: Number.NaN })).toBe('certificate-not-yet-valid');
  });

  test('needs the issuer to have signed: Karim cannot certify himself with his own device', async () => {
    const karims = await staffDevice(sodium, desk, karim, random);
    expect(check(await signedDevice(karims.signer, { issuer: karims.signer.publicKey }))).toBe(
      'bad-signature',
    );
    expect(check(await signedDevice(karims.signer, {}))).toBe('bad-signature');
  });

  test('needs the root to have signed the issuer', async () => {
    const { claims } = must(decodeIssuerCertificate(desk.issuerCertificate));
    const body = encodeIssuerClaims(claims);
    const issuer = concat(body, await desk.issuer.sign(body));
    expect(check({ ...sannes.chain, issuer })).toBe('bad-signature');
  });

  test('does not mix: a device certified by another issuer of the same root', async () => {
    const other = signerFromSeed(sodium, random(32));
    const validity = { notBefore: NOON - days(1), notAfter: NOON + days(1) };
    const issuer = must(
      await certifyIssuer(
        sodium,
        desk.root,
        { organisation: ORGANISATION, publicKey: other.publicKey, ...validity },
        random,
      ),
    );
    expect(check({ issuer, device: sannes.chain.device })).toBe('bad-signature');
  });

  test('does not hold when the issuer certified for a name that is not its own', async () => {
    const chain = await signedDevice(desk.issuer, { organisation: 'Een Andere Stichting' });
    expect(check(chain)).toBe('other-organisation');
  });

  test('does not hold longer than a week for a device and 180 days for an issuer, whoever signed', async () => {
    const notBefore = NOON - 1;
    const week = await signedDevice(desk.issuer, { notBefore, notAfter: notBefore + DEVICE_VALIDITY_MAX });
    const more = await signedDevice(desk.issuer, {
      notBefore,
      notAfter: notBefore + DEVICE_VALIDITY_MAX + 1,
    });
    expect(check(week)).toBe('Sanne');
    expect(check(more)).toBe('too-long-validity');

    const { claims } = must(decodeIssuerCertificate(desk.issuerCertificate));
    for (const [length, outcome] of [
      [ISSUER_VALIDITY_MAX, 'Sanne'],
      [ISSUER_VALIDITY_MAX + 1, 'too-long-validity'],
    ] as const) {
      const body = encodeIssuerClaims({ ...claims, notAfter: claims.notBefore + length });
      const issuer = concat(body, await desk.root.sign(body));
      expect(check({ ...sannes.chain, issuer })).toBe(outcome);
    }
  });

  test('breaks with any byte of either certificate', () => {
    for (const part of ['issuer', 'device'] as const) {
      sannes.chain[part].forEach((_, index) => {
        const outcome = check({ ...sannes.chain, [part]: flipped(sannes.chain[part], index) });
        expect(CERTIFICATE_ERRORS, `${part} byte ${index}`).toContain(outcome);
      });
    }
  });

  test('is refused, and never thrown at, for garbage of any length', () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(sannes.chain.device.length).map((length) => sannes.chain.device.slice(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => concat(sannes.chain.device, more)),
    );
    fc.assert(
      fc.property(garbage, (bytes) => {
        fc.pre(bytes.length !== sannes.chain.device.length);
        expect(check({ ...sannes.chain, device: bytes })).toBe('malformed-certificate');
        expect(check({ ...sannes.chain, issuer: bytes })).toBe('malformed-certificate');
      }),
    );
  });

  test('has one form: an issuer certificate is no device certificate, nor the other way round', () => {
    expect(check({ issuer: sannes.chain.device, device: sannes.chain.issuer })).toBe('malformed-certificate');
  });
});

describe('names', () => {
  test('on a certificate have one spelling, all of it visible', () => {
    for (const good of ['Sanne', 'Fatma B.', 'Zoë', '李娜', 'Noor (achterwacht)'])
      expect(isName(good)).toBe(true);
    const bad = [
      '',
      ' Sanne',
      'Sanne ',
      'San\u200bne',
      '\u202eennaS',
      'Zoe\u0308',
      'Sanne\n',
      'x'.repeat(81),
      '\ud800',
    ];
    expect(bad.filter(isName)).toEqual([]);
  });

  test('that are refused cannot be certified, nor read from a certificate that was signed all the same', async () => {
    const claims = { organisation: ORGANISATION, ...sanne, publicKey: sannes.signer.publicKey };
    const validity = { notBefore: NOON, notAfter: NOON + 1 };
    const made = await certifyDevice(
      sodium,
      desk.issuer,
      { ...claims, ...validity, displayName: 'San\u200bne' },
      random,
    );
    expect(made).toEqual({ ok: false, error: 'malformed-certificate' });
    const halved = { ...claims, ...validity, displayName: 'Sanne \ud83d' };
    expect((await certifyDevice(sodium, desk.issuer, halved, random)).ok).toBe(false);
    expect(check(await signedDevice(desk.issuer, { displayName: 'San\u200bne' }))).toBe(
      'malformed-certificate',
    );
    expect(check(await signedDevice(desk.issuer, { organisation: '' }))).toBe('malformed-certificate');
  });

  test('a staff identifier is what the protocol calls one', () => {
    const near = fc.string({ unit: fc.constantFrom('a', 'b', '0', '-', 'A', ' ', '_'), maxLength: 45 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        expect(isStaffId(text)).toBe(staffIdSchema.safeParse(text).success);
      }),
    );
  });
});

describe('certifying', () => {
  const validity = { notBefore: NOON, notAfter: NOON + days(1) };
  const claims = { organisation: ORGANISATION, ...fatma, publicKey: sannes.signer.publicKey };

  test('refuses a validity that no verifier would accept', async () => {
    const device = await certifyDevice(
      sodium,
      desk.issuer,
      { ...claims, notBefore: NOON, notAfter: NOON + DEVICE_VALIDITY_MAX + 1 },
      random,
    );
    expect(device).toEqual({ ok: false, error: 'too-long-validity' });
    const issuer = await certifyIssuer(
      sodium,
      desk.root,
      {
        organisation: ORGANISATION,
        publicKey: random(32),
        notBefore: NOON,
        notAfter: NOON + ISSUER_VALIDITY_MAX + 1,
      },
      random,
    );
    expect(issuer).toEqual({ ok: false, error: 'too-long-validity' });
  });

  test.each([
    ['ends before it starts', { notBefore: NOON, notAfter: NOON }],
    ['is not a time', { notBefore: Number.NaN, notAfter: NOON }],
    ['lies before 1970', { notBefore: -1, notAfter: 1 }],
    ['falls between milliseconds', { notBefore: 0.5, notAfter: 1 }],
  ])('refuses a validity that %s', async (_what, wrong) => {
    const made = await certifyDevice(sodium, desk.issuer, { ...claims, ...wrong }, random);
    expect(made.ok).toBe(false);
  });

  test('refuses a key of the wrong length', async () => {
    const made = await certifyDevice(
      sodium,
      desk.issuer,
      { ...claims, ...validity, publicKey: random(31) },
      random,
    );
    expect(made).toEqual({ ok: false, error: 'malformed-certificate' });
  });

  test('notices a signer that signs with another key than it names', async () => {
    const confused = { publicKey: desk.issuer.publicKey, sign: desk.root.sign };
    const made = await certifyDevice(sodium, confused, { ...claims, ...validity }, random);
    expect(made).toEqual({ ok: false, error: 'bad-signature' });
  });

  test('knows three roles: a certificate with another is malformed', () => {
    const { body, signature } = must(decodeDeviceCertificate(sannes.chain.device));
    const roleAt = body.length - (32 + 16 + 8 + 8 + 32 + 1);
    const outcomes = [0, 1, 2, 3, 4, 255].map((code) => {
      const read = decodeDeviceCertificate(
        concat(body.slice(0, roleAt), u8(code), body.slice(roleAt + 1), signature),
      );
      return read.ok ? read.value.claims.role : read.error;
    });
    const no = 'malformed-certificate';
    expect(outcomes).toEqual([no, 'counsellor', 'supervisor', 'administrator', no, no]);
  });
});
