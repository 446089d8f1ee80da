import { addDay, readThresholds, readUsual, writeThresholds } from '@haven/server/records/board';
import { createBoardRecords, keepYesterday } from '@haven/server/supervision/kept';
import { createMemoryTallyStore } from '@haven/server/live/tally-store';
import { seedOrganisation } from '@haven/server/records/organisation';
import { DEMONSTRATION } from '@haven/server/organisation/demonstration';
import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { DeskId } from '@haven/shared/ids';
import { minutes } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenRecords } from '../support/records';
import { until } from '../support/until';
import { type Place, PLACES } from './places';

const AMSTERDAM = 'amsterdam' as DeskId;
const ZONE = 'Europe/Amsterdam';
const dayOf = (count: number) => Array.from({ length: 96 }, (_, quarter) => (quarter === 37 ? count : 0));
const fault = (thrown: unknown) => {
  throw thrown;
};

describe.each(Object.entries(PLACES))('What the board keeps in %s', (_where, makePlace) => {
  let place: Place;
  let records: OpenRecords;
  beforeAll(async () => {
    place = await makePlace();
    records = await place.open();
    const seed = { organisation: DEMONSTRATION, staff: [], cannedReplies: [] };
    await seedOrganisation(records.db, seed, Date.UTC(2026, 2, 2, 12));
  });
  afterAll(() => place.stop());

  test('are the thresholds that were set last', async () => {
    const { db } = records;
    expect((await readThresholds(db)).size).toBe(0);
    await writeThresholds(db, AMSTERDAM, USUAL_THRESHOLDS);
    const strict = { ...USUAL_THRESHOLDS, longestWaitSeconds: 60, holeHours: null };
    await writeThresholds(db, AMSTERDAM, strict);
    expect([...(await readThresholds(db))]).toEqual([[AMSTERDAM, strict]]);
  });

  test('is the usual: the mean of days of the same kind, each added once and as a whole', async () => {
    const { db } = records;
    const monday = (day: string) => ({ day, weekday: 1 });
    expect((await readUsual(db, 1)).size).toBe(0);
    await addDay(db, monday('2026-03-02'), dayOf(4));
    await addDay(db, monday('2026-03-09'), dayOf(2));
    await addDay(db, monday('2026-03-09'), dayOf(2));
    await addDay(db, monday('2026-03-02'), dayOf(100));
    const usual = await readUsual(db, 1);
    expect(usual.size).toBe(96);
    expect([usual.get(37), usual.get(36)]).toEqual([3, 0]);
    expect((await readUsual(db, 2)).size).toBe(0);
  });

  test('grows by yesterday just after midnight, on whichever node looks, and every board learns it', async () => {
    const sunday = Date.UTC(2026, 2, 8, 12);
    let now = sunday;
    const clock = () => now;
    const tallies = createMemoryTallyStore(clock);
    const given = { records, timeZone: () => ZONE, now: clock, onFault: fault };
    const ends = Date.UTC(2026, 2, 8, 23);
    await tallies.add('2026-03-08', ['quarter 52', 'quarter 52', 'desk amsterdam entered'], ends);
    await keepYesterday({ ...given, tallies });
    expect((await readUsual(records.db, 7)).size).toBe(0);
    now = ends + minutes(5);
    await Promise.all([keepYesterday({ ...given, tallies }), keepYesterday({ ...given, tallies })]);
    expect((await readUsual(records.db, 7)).get(52)).toBe(2);
    now = sunday;
    const kept = createBoardRecords(given);
    expect((await kept()).usual[52]).toBe(2);
    await writeThresholds(records.db, AMSTERDAM, { ...USUAL_THRESHOLDS, nobodySeconds: 90 });
    await records.changed('board');
    await until(
      'the new threshold is known',
      async () => (await kept()).thresholdsOf(AMSTERDAM).nobodySeconds === 90,
    );
  });

  test('does not take a day that the live state forgot for one on which nobody came', async () => {
    const now = () => Date.UTC(2026, 2, 10, 23, 30);
    const tallies = createMemoryTallyStore(now);
    await keepYesterday({ records, tallies, timeZone: () => ZONE, now, onFault: fault });
    expect((await readUsual(records.db, 2)).size).toBe(0);
  });
});
