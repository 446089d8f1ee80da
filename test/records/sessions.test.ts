import { endSessions, forgetSessions, keepSession, sessionOf } from '@haven/server/records/sessions';
import { addStaff } from '@haven/server/records/staff';
import { createSessionWatch } from '@haven/server/sign-in/session-watch';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import { hours, minutes } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until';
import { emptied, PLACES } from './places';

const EVENING = Date.UTC(2026, 10, 28, 20);
const NOOR = { displayName: 'Noor', role: 'counsellor', desks: [], languages: ['nl'] } as const;

describe.each(Object.entries(PLACES))('Sign-ins in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  const begin = (noor: StaffId, id: string) =>
    keepSession(records().db, {
      id,
      staffId: noor,
      device: 'key' as PublicKey,
      way: 'passkey',
      current: 'hash',
      previous: null,
      confirmed: true,
      rotatedAt: EVENING,
      startedAt: EVENING,
      seenAt: EVENING,
    });

  test('of open consoles outlast records that were away for an hour, those that were ended meanwhile do not', async () => {
    const { db } = records();
    const noor = await db.transaction((transaction) => addStaff(transaction, NOOR));
    let now = EVENING;
    const open = new Set(['night', 'lost']);
    let news = () => undefined as void;
    const watch = createSessionWatch({
      db,
      connections: () => [...open].map((session) => ({ session, end: () => void open.delete(session) })),
      onEnded: (callback) => {
        news = callback;
        return () => undefined;
      },
      onFault: (thrown) => {
        throw thrown;
      },
      now: () => now,
    });
    for (const id of ['night', 'lost', 'closed']) await begin(noor, id);
    watch.start();
    now += hours(1) + minutes(5);
    // Another node, which had them back a moment earlier.
    await forgetSessions(db, now);
    await endSessions(db, { staffId: noor, id: 'lost' });
    news();
    await until('the console of the sign-in that was ended is closed', () => !open.has('lost'));
    expect(open).toEqual(new Set(['night']));
    expect((await sessionOf(db, 'night'))?.seenAt).toBe(now);
    now += hours(1);
    await forgetSessions(db, now);
    expect(await sessionOf(db, 'closed')).toBeNull();
    now = EVENING + hours(16);
    news();
    await until('after sixteen hours it is over all the same', () => open.size === 0);
    watch.stop();
  });
});
