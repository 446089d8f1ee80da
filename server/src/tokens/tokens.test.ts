import type { ChatId, DeskId, RegionId, SeatId, StaffId } from '@haven/shared/ids';
import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatSnapshot } from '../desk/records';
import { issueCapability, openCapability } from './capability';
import { createKeyring } from './keyring';

const NOON = Date.UTC(2026, 10, 23, 12);
const SECRET = 'a secret of at least thirty-two characters';

const snapshot: ChatSnapshot = {
  chat: 'AAAAAAAAAAAAAAAAAAAAAA' as ChatId,
  version: NOON,
  desk: 'alkmaar' as DeskId,
  answers: {
    region: 'alkmaar' as RegionId,
    language: 'nl',
    forWhom: 'someone-else',
    topics: ['safety', 'children', 'stalking', 'housing', 'family'],
  },
  enteredAt: NOON,
  claimedAt: NOON + 60_000,
  proven: true,
  arrival: NOON,
  priority: 1,
  returning: false,
  epoch: 4_294_967_295,
  safety: 'orange',
  counsellor: {
    staffId: 'sanne'.padEnd(40, 'x') as StaffId,
    displayName: '\u00e9'.repeat(80),
    desk: 'alkmaar'.padEnd(40, 'x') as DeskId,
    seat: 'BBBBBBBBBBBBBBBBBBBBBA' as SeatId,
    epoch: 4_294_967_295,
  },
  joined: {
    staffId: 'karim'.padEnd(40, 'x') as StaffId,
    displayName: '\u00e9'.repeat(80),
    desk: 'almere'.padEnd(40, 'x') as DeskId,
    seat: 'CCCCCCCCCCCCCCCCCCCCCA' as SeatId,
    epoch: 4_294_967_295,
  },
  ended: false,
};

describe('A capability', () => {
  const keyring = createKeyring(SECRET);
  const token = issueCapability(keyring, 'visitor', snapshot, NOON);

  test('brings back what it was issued for, and fits into its limit', () => {
    expect(token.length).toBeLessThanOrEqual(LIMITS.capabilityCharacters);
    expect(openCapability(keyring, token, NOON)).toEqual({
      ok: true,
      value: { bearer: 'visitor', snapshot, issuedAt: NOON },
    });
  });

  test('is good on every node that shares the secret, and nowhere else', () => {
    expect(openCapability(createKeyring(SECRET), token, NOON).ok).toBe(true);
    const elsewhere = createKeyring('another secret, just as long as that one');
    expect(openCapability(elsewhere, token, NOON)).toEqual({ ok: false, error: 'bad-capability' });
    elsewhere.add(SECRET);
    expect(openCapability(elsewhere, token, NOON).ok).toBe(true);
    elsewhere.prefer(SECRET);
    expect(openCapability(keyring, issueCapability(elsewhere, 'visitor', snapshot, NOON), NOON).ok).toBe(
      true,
    );
  });

  test('runs out', () => {
    expect(openCapability(keyring, token, NOON + TIMING.capability - 1).ok).toBe(true);
    expect(openCapability(keyring, token, NOON + TIMING.capability)).toEqual({
      ok: false,
      error: 'expired-capability',
    });
  });

  test('is worth nothing with any character changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '.', '-', ''), (at, character) => {
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        fc.pre(forged !== token);
        expect(openCapability(keyring, forged, NOON)).toEqual({ ok: false, error: 'bad-capability' });
      }),
      { numRuns: 500 },
    );
  });

  test('is refused when it is anything else, signed or not', () => {
    for (const text of ['', '.', '..', 'a.b.c', 'a.b.c.d']) {
      expect(openCapability(keyring, text, NOON)).toEqual({ ok: false, error: 'bad-capability' });
    }
    expect(openCapability(keyring, keyring.sign('passkey', token.split('.')[0] ?? ''), NOON).ok).toBe(false);
    for (const content of ['', 'e30', Buffer.from('{"b":"visitor","i":0,"s":{}}').toString('base64url')]) {
      expect(openCapability(keyring, keyring.sign('capability', content), NOON).ok).toBe(false);
    }
  });
});
