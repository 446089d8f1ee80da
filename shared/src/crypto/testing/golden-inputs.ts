import { days, hours } from '../../units';
import type { Sodium } from '../sodium';
import { toUtf8 } from '../utf8';
import type { End, GoldenInputs, OpenInput, SealInput } from '../vectors/golden-vectors';
import { toHex } from '../vectors/hex';
import { goldenColleagues } from './golden-colleagues';
import { NOON } from './organisation';

/** The inputs that golden.json was made from: recognisable, and reproducible by anybody with BLAKE2b. */
export const goldenInputs = (sodium: Sodium): GoldenInputs => {
  const secret = (label: string, length = 32): string =>
    toHex(sodium.crypto_generichash(length, toUtf8(`haven golden vectors: ${label}`), null));

  const seal = (by: End, text: string, turn = ''): SealInput => ({
    do: 'seal',
    by,
    plaintext: toHex(toUtf8(text)),
    ratchetSk: turn === '' ? '' : secret(`ratchet key ${turn}`),
  });
  const open = (by: End, of: number, flip = -1): OpenInput => ({ do: 'open', by, of, flip });

  const organisation = 'Stichting De Haven';
  const staffId = 'sanne';
  const rootPk = toHex(
    sodium.crypto_sign_seed_keypair(sodium.crypto_generichash(32, toUtf8('haven golden vectors: root'), null))
      .publicKey,
  );
  const view = { flip: -1, root: rootPk, organisation, staffId, now: NOON, revoked: false };

  return {
    trust: {
      organisation,
      now: NOON,
      rootSeed: secret('root'),
      issuerSeed: secret('issuer'),
      issuerNotBefore: NOON - days(30),
      issuerNotAfter: NOON + days(150),
      issuerSerial: secret('issuer serial', 16),
      deviceSeed: secret('device'),
      staffId,
      displayName: 'Sanne',
      role: 'counsellor',
      deviceNotBefore: NOON - hours(6),
      deviceNotAfter: NOON + days(6),
      deviceSerial: secret('device serial', 16),
      revocationNumber: 1,
    },
    link: {
      cid: secret('chat', 16),
      epoch: 1,
      chatSeed: secret('chat key'),
      helloNonce: secret('hello nonce', 16),
      kemSeed: secret('X-Wing seed'),
      staffRatchetSk: secret('staff ratchet key'),
      visitorRatchetSk: secret('visitor ratchet key'),
      kemCoins: secret('X-Wing coins', 64),
    },
    steps: [
      seal('visitor', 'confirm'),
      open('staff', 0),
      seal('staff', 'Goedemiddag, u spreekt met Sanne.', 'staff 1'),
      open('visitor', 2),
      seal('visitor', 'Ik ben bang om naar huis te gaan.', 'visitor 1'),
      seal('visitor', 'Hij weet niet dat ik dit schrijf.'),
      seal('visitor', 'Bent u er nog?'),
      open('staff', 6, 100),
      open('staff', 6, 30),
      open('staff', 6),
      open('staff', 4),
      seal('staff', 'Ik ben er. Bent u nu veilig?', 'staff 2'),
      open('visitor', 11),
      seal('visitor', 'Ja, ik zit in de bibliotheek. 📚', 'visitor 2'),
      open('staff', 13),
      open('staff', 5),
      open('staff', 5),
      open('visitor', 13),
      seal('staff', 'x'.repeat(300), 'staff 3'),
      open('visitor', 18),
      seal('visitor', '', 'visitor 3'),
      open('staff', 20, 8),
      open('staff', 20),
    ],
    refusedOffers: [
      { ...view, why: 'another root is pinned', root: secret('another root') },
      { ...view, why: 'another organisation is expected', organisation: 'Stichting De Overkant' },
      { ...view, why: 'another counsellor was announced', staffId: 'karim' },
      { ...view, why: 'before the device is certified', now: NOON - hours(7) },
      { ...view, why: 'after the device is certified', now: NOON + days(6) },
      { ...view, why: 'the device is on the revocation list', revoked: true },
      { ...view, why: 'another suite', flip: 1 },
      { ...view, why: 'another epoch', flip: 7 },
      { ...view, why: 'another chat', flip: 27 },
      { ...view, why: 'a changed role', flip: 28 },
      { ...view, why: 'a changed certificate length', flip: 32 },
      { ...view, why: 'a changed X-Wing key', flip: 800 },
    ],
    refusedAccepts: [
      { why: 'another chat', flip: 12 },
      { why: 'a changed ciphertext', flip: 28 },
      { why: 'a changed ratchet key', flip: 1148 },
      { why: 'a changed signature', flip: 1243 },
    ],
    colleague: goldenColleagues({ secret, view }),
  };
};
