import { encodeWord, type Word } from '../../colleagues/words';
import { days, hours } from '../../units';
import type { ColleagueEnd, GoldenInputs, OpenInput, SealInput } from '../vectors/golden-vectors';
import { fromHex, toHex } from '../vectors/hex';
import { NOON } from './organisation';

type Common = {
  readonly secret: (label: string, length?: number) => string;
  readonly view: Omit<GoldenInputs['refusedOffers'][number], 'why' | 'staffId'>;
};

/** Sanne asks Fatma, her supervisor, something outside of any chat. */
export const goldenColleagues = ({ secret, view }: Common): GoldenInputs['colleague'] => {
  const seal = (by: ColleagueEnd, word: Word, turn = ''): SealInput<ColleagueEnd> => ({
    do: 'seal',
    by,
    plaintext: toHex(encodeWord(word)),
    ratchetSk: turn === '' ? '' : secret(`colleague ratchet key ${turn}`),
  });
  const open = (by: ColleagueEnd, of: number, flip = -1): OpenInput<ColleagueEnd> => ({
    do: 'open',
    by,
    of,
    flip,
  });
  const id = (label: string) => fromHex(secret(`colleague text ${label}`, 16));
  const text = (label: string, at: number, written: string): Word => ({
    kind: 'text',
    id: id(label),
    at: NOON + at,
    text: written,
  });
  const asked = { ...view, staffId: 'fatma' };

  return {
    deviceSeed: secret('colleague device'),
    staffId: 'fatma',
    displayName: 'Fatma',
    role: 'supervisor',
    deviceSerial: secret('colleague device serial', 16),
    cid: secret('colleague link', 16),
    helloNonce: secret('colleague hello nonce', 16),
    kemSeed: secret('colleague X-Wing seed'),
    answeringRatchetSk: secret('colleague answering ratchet key'),
    openingRatchetSk: secret('colleague opening ratchet key'),
    kemCoins: secret('colleague X-Wing coins', 64),
    steps: [
      seal('answering', { kind: 'confirm' }, 'answering 1'),
      open('opening', 0),
      seal('opening', text('1', 0, 'Fatma, heb je even?'), 'opening 1'),
      open('answering', 2),
      seal('answering', { kind: 'received', id: id('1') }, 'answering 2'),
      seal('answering', text('2', 20_000, 'Ja, zeg het maar. ☕')),
      open('opening', 5),
      open('opening', 4),
      open('opening', 5),
      open('answering', 5),
      seal('opening', { kind: 'received', id: id('2') }, 'opening 2'),
      open('answering', 10, 100),
      open('answering', 10),
    ],
    refusedHellos: [
      { ...asked, why: 'another root is trusted', root: secret('another root') },
      { ...asked, why: 'another organisation is expected', organisation: 'Stichting De Overkant' },
      { ...asked, why: 'it is meant for a colleague', staffId: 'karim' },
      { ...asked, why: 'after the device is certified', now: NOON + days(6) },
      { ...asked, why: 'the device is on the revocation list', revoked: true },
      { ...asked, why: 'another suite', flip: 1 },
      { ...asked, why: 'another epoch', flip: 7 },
      { ...asked, why: 'a changed length of the name', flip: 47 },
      { ...asked, why: 'a changed name', flip: 48 },
      { ...asked, why: 'a changed issuer certificate', flip: 200 },
      { ...asked, why: 'a changed device certificate', flip: 400 },
    ],
    refusedOffers: [
      { ...asked, why: 'another root is trusted', root: secret('another root') },
      { ...asked, why: 'another organisation is expected', organisation: 'Stichting De Overkant' },
      { ...asked, why: 'another colleague was meant', staffId: 'karim' },
      { ...asked, why: 'before the device is certified', now: NOON - hours(7) },
      { ...asked, why: 'another suite', flip: 1 },
      { ...asked, why: 'another epoch', flip: 7 },
      { ...asked, why: 'another link', flip: 27 },
      { ...asked, why: 'a changed role', flip: 28 },
      { ...asked, why: 'a changed X-Wing key', flip: 800 },
    ],
    refusedAccepts: [
      { why: 'another link', flip: 12 },
      { why: 'a changed ciphertext', flip: 28 },
      { why: 'a changed ratchet key', flip: 1148 },
      { why: 'a changed signature', flip: 1243 },
    ],
  };
};
