import {
  deleteContacts,
  firstContactDay,
  keyOfReports,
  readContacts,
  writeContact,
} from '@haven/server/records/contact-records';
import { deskNamed, regionNamed } from '@haven/server/desk/testing/names';
import { createRegister } from '@haven/server/reports/register';
import { createReports } from '@haven/server/reports/reports';
import { contactOf, PLACES as ORGANISATION } from '@haven/server/reports/testing/stories';
import { contactRecord } from '@haven/shared/protocol/contact-record';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../support/until';
import type { OpenRecords } from '../support/records';
import { PLACES } from './places';

const ALL = { from: '2000-01-01', until: '3000-01-01' };
const organisation = { ...ORGANISATION, timeZone: 'Europe/Amsterdam' };
const NOON = Date.parse('2026-04-10T12:00:00Z');

describe.each(Object.entries(PLACES))('Contact records in %s', (_name, startPlace) => {
  let records: OpenRecords;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const place = await startPlace();
    records = await place.open();
    stop = () => place.stop();
  });
  afterAll(() => stop());

  test('are what was written, with the columns of a contact record and no others', async () => {
    const full = contactOf({ day: '2026-02-03' });
    const bare = contactOf({ day: '2026-03-01', region: null, duration: null, topics: [], actions: [] });
    await writeContact(records.db, full);
    await writeContact(records.db, bare);
    const read = await readContacts(records.db, ALL);
    expect(read.toSorted((a, b) => a.day.localeCompare(b.day))).toEqual([full, bare]);
    expect(await readContacts(records.db, { from: '2026-02-03', until: '2026-03-01' })).toEqual([full]);
    expect(await firstContactDay(records.db)).toBe('2026-02-03');
    const { rows } = await records.db.execute<{ name: string }>(
      sql`select column_name as name from information_schema.columns where table_name = 'contact_records'`,
    );
    const inCamel = rows.map(({ name }) =>
      name.replaceAll(/_(.)/g, (_match, letter: string) => letter.toUpperCase()),
    );
    expect(inCamel.toSorted()).toEqual(Object.keys(contactRecord.shape).toSorted());
  });

  test('become reports of the periods that are over, blurred the same way on every node', async () => {
    for (let n = 0; n < 80; n += 1) await writeContact(records.db, contactOf({ day: '2026-02-11' }));
    const node = (random: number) =>
      createReports({
        records,
        organisation: () => organisation,
        retired: () => NOTHING_RETIRED,
        now: () => NOON,
        random: (length) => new Uint8Array(length).fill(random),
      });
    const [one, two] = [node(1), node(2)];
    expect(await one.grid()).toContain('2026-02');
    expect(await one.grid()).not.toContain('2026-04');
    const read = await one.read('2026-02', { kind: 'organisation' });
    expect(read).toEqual(await two.read('2026-02', { kind: 'organisation' }));
    expect(read.ok && Math.abs((read.value.chats ?? 0) - 81)).toBeLessThan(25);
    expect(await one.read('2026-04', { kind: 'organisation' })).toEqual({
      ok: false,
      error: 'not-published',
    });
    expect((await one.forecast({ kind: 'organisation' }, 2)).weeks).toBeGreaterThan(5);
  });

  test('name a desk in the reports of every period in which it was not retired yet, and in no later one', async () => {
    const gone = { id: deskNamed('gooi'), name: { nl: 'Het Gooi', en: 'Het Gooi' } };
    const region = { id: regionNamed('gooi'), name: 'Het Gooi' };
    // Half past midnight in Amsterdam, on the first of March.
    const retiredAt = Date.parse('2026-02-28T23:30:00Z');
    const reports = createReports({
      records,
      organisation: () => organisation,
      retired: () => ({ desks: [{ ...gone, retiredAt }], regions: [{ ...region, retiredAt }] }),
      now: () => Date.parse('2026-05-10T12:00:00Z'),
      random: (length) => new Uint8Array(length).fill(1),
    });
    const named = async (period: string) => {
      const read = await reports.read(period, { kind: 'organisation' });
      if (!read.ok) throw new Error(read.error);
      const { desks, regions } = read.value;
      return [desks.some(({ desk }) => desk === gone.id), regions.some((each) => each.region === region.id)];
    };
    expect(await named('2026-02')).toEqual([true, true]);
    expect(await named('2026-03')).toEqual([true, true]);
    expect(await named('2026-04')).toEqual([false, false]);
    expect((await reports.read('2026-04', { kind: 'desk', desk: gone.id })).ok).toBe(true);
  });

  test('have one key, whoever makes it', async () => {
    const first = await keyOfReports(records.db, () => new Uint8Array(32).fill(3));
    expect(await keyOfReports(records.db, () => new Uint8Array(32).fill(4))).toEqual(first);
  });

  test('go by whole years, once they have been kept long enough', async () => {
    await writeContact(records.db, contactOf({ day: '2024-12-31' }));
    await writeContact(records.db, contactOf({ day: '2025-01-01' }));
    const register = createRegister({
      records,
      months: 12,
      timeZone: () => 'Europe/Amsterdam',
      clock: { now: () => NOON, after: () => () => undefined },
      onFault: (thrown) => {
        throw thrown;
      },
    });
    register.start();
    await until('the year 2024 is gone', async () => (await firstContactDay(records.db)) === '2025-01-01');
    register.add(contactOf({ day: '2026-04-01' }));
    await register.stop();
    expect(await readContacts(records.db, { from: '2026-04-01', until: '2026-04-02' })).toHaveLength(1);
    await deleteContacts(records.db, '3000-01-01');
    expect(await firstContactDay(records.db)).toBeNull();
  });
});
