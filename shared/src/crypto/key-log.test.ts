import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDeviceCertificate } from './certificate';
import { signRevocations } from './certify';
import {
  appendToLog,
  decodeLogEntry,
  emptyLog,
  encodeLogEntry,
  equalHeads,
  headWords,
  type LogHead,
  strangeDevices,
  verifyExtension,
} from './key-log';
import { loadSodium } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import { authority, karim, must, NOON, ORGANISATION, sanne, staffDevice } from './testing/organisation';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'key log');
const desk = await authority(sodium, random);
const [laptop, phone] = [
  await staffDevice(sodium, desk, sanne, random),
  await staffDevice(sodium, desk, sanne, random),
];
const karims = await staffDevice(sodium, desk, karim, random);
const list = await signRevocations(desk.issuer, {
  organisation: ORGANISATION,
  number: 1,
  issuedAt: NOON,
  issuerCertificate: desk.issuerCertificate,
  serials: [random(16)],
});

/** What the log of a small organisation consists of. */
const ENTRIES = [
  encodeLogEntry('issuer', desk.issuerCertificate),
  encodeLogEntry('device', laptop.chain.device),
  encodeLogEntry('device', karims.chain.device),
  encodeLogEntry('revocations', list),
  encodeLogEntry('device', phone.chain.device),
];
const start = emptyLog(sodium, ORGANISATION);
const headOf = (entries: readonly Uint8Array[], from = start): LogHead =>
  entries.reduce((head, entry) => appendToLog(sodium, head, entry), from);

/** Any order and number of them: the log does not care what follows what. */
const someLog = fc.array(fc.constantFrom(...ENTRIES), { maxLength: 12 });
const place = fc.nat(12);
const outcome = (seen: LogHead, shown: LogHead, entries: readonly Uint8Array[]): string | number => {
  const verified = verifyExtension(sodium, seen, shown, entries);
  return verified.ok ? verified.value.length : verified.error;
};

describe('the key log', () => {
  test('always accepts what was added to it, from wherever somebody last looked', () => {
    fc.assert(
      fc.property(someLog, place, (log, at) => {
        const seen = headOf(log.slice(0, at));
        expect(outcome(seen, headOf(log), log.slice(at))).toBe(Math.max(0, log.length - at));
      }),
    );
  });

  test('never loses, changes, swaps or slips in an entry unseen', () => {
    fc.assert(
      fc.property(someLog, someLog, place, (log, other, at) => {
        fc.pre(at <= log.length);
        const seen = headOf(log);
        const begins = other.length >= log.length && log.every((entry, index) => entry === other[index]);
        fc.pre(!begins);
        // However the entries are cut, another history does not lead from the head that was seen.
        for (const rest of [other.slice(at), other, other.slice(log.length)]) {
          expect(['log-shrunk', 'log-forked']).toContain(outcome(seen, headOf(other), rest));
        }
      }),
    );
  });

  test('never shrinks', () => {
    fc.assert(
      fc.property(someLog, place, (log, at) => {
        fc.pre(at < log.length);
        expect(outcome(headOf(log), headOf(log.slice(0, at)), [])).toBe('log-shrunk');
      }),
    );
  });

  test('accepts one spelling of an entry only', () => {
    for (const entry of ENTRIES) {
      expect(decodeLogEntry(entry).ok).toBe(true);
      expect(decodeLogEntry(new Uint8Array([...entry, 0]))).toEqual({ ok: false, error: 'malformed-entry' });
    }
    const [issuer = new Uint8Array()] = ENTRIES;
    const asDevice = encodeLogEntry('device', desk.issuerCertificate);
    const garbage = encodeLogEntry('device', random(40));
    for (const wrong of [asDevice, garbage, flipped(issuer, 0), flipped(issuer, 3), new Uint8Array()]) {
      expect(decodeLogEntry(wrong)).toEqual({ ok: false, error: 'malformed-entry' });
      expect(outcome(start, headOf([wrong]), [wrong])).toBe('malformed-entry');
    }
  });

  test('of one organisation is never that of another', () => {
    const elsewhere = emptyLog(sodium, 'Stichting Elders');
    expect(equalHeads(start, elsewhere)).toBe(false);
    expect(outcome(elsewhere, headOf(ENTRIES), ENTRIES)).toBe('log-forked');
  });

  test('has four words that two people compare: the same for one log, others for two', () => {
    const words = headWords(sodium, headOf(ENTRIES));
    expect(words).toHaveLength(4);
    expect(headWords(sodium, headOf([...ENTRIES]))).toEqual(words);
    expect(headWords(sodium, headOf(ENTRIES.toReversed()))).not.toEqual(words);
    expect(headWords(sodium, headOf(ENTRIES.slice(1)))).not.toEqual(words);
  });
});

describe('a certificate for me that I did not ask for', () => {
  const added = must(verifyExtension(sodium, start, headOf(ENTRIES), ENTRIES));

  test('is noticed, and neither my own nor a colleague’s is', () => {
    const known = [laptop.signer.publicKey];
    const strange = strangeDevices(added, { staffId: 'sanne', known });
    expect(strange.map(({ publicKey }) => publicKey)).toEqual([phone.signer.publicKey]);
    expect(strangeDevices(added, { staffId: 'sanne', known: [...known, phone.signer.publicKey] })).toEqual(
      [],
    );
    expect(strangeDevices(added, { staffId: 'karim', known: [karims.signer.publicKey] })).toEqual([]);
  });

  test('names the very certificate', () => {
    const [strange] = strangeDevices(added, { staffId: 'sanne', known: [laptop.signer.publicKey] });
    expect(strange?.serial).toEqual(must(decodeDeviceCertificate(phone.chain.device)).claims.serial);
  });
});
