import { createDirectory } from '@haven/server/organisation/directory';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { readReplies } from '@haven/server/records/canned-replies';
import { announceChange } from '@haven/server/records/changes';
import { readOrganisation, seedOrganisation } from '@haven/server/records/organisation';
import { staff } from '@haven/server/records/schema/staff';
import { staffOf } from '@haven/server/desk/testing/names';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { freshDatabase } from '../support/fresh-database';
import { type OpenRecords, RECORDS, recordsAt } from '../support/records';
import { until } from '../support/until';
import { PLACES } from './places';

const closing = createClosing();
afterEach(closing.close);

const demonstration = firstOrganisation(null);
const NOON = Date.UTC(2026, 10, 23, 12);

describe.each(Object.entries(PLACES))('The organisation in %s', (_where, makePlace) => {
  test('is what the first start put there, and stays so when a later one brings another', async () => {
    const { db } = await closing.add(await makePlace()).open();
    expect(await readOrganisation(db)).toBeNull();
    expect(await seedOrganisation(db, demonstration, NOON)).toBe(true);
    const { cannedReplies, ...organisation } = demonstration;
    expect(await readOrganisation(db)).toEqual(organisation);
    const replies = await readReplies(db);
    expect(replies.map(({ id }) => id).sort()).toEqual(cannedReplies.map(({ id }) => id).sort());
    expect(replies.every(({ shelf }) => shelf.kind === 'everyone')).toBe(true);
    const renamed = {
      ...demonstration,
      organisation: { ...demonstration.organisation, name: 'Stichting De Haven' },
    };
    expect(await seedOrganisation(db, renamed, NOON)).toBe(false);
    expect(await seedOrganisation(db, demonstration, NOON)).toBe(true);
    expect(await readOrganisation(db)).toEqual(organisation);
    expect(await readReplies(db)).toEqual(replies);
  });
});

describe('Nodes on one PostgreSQL', () => {
  test('seed once, however many start at the same moment', async () => {
    const { url } = closing.add(await freshDatabase());
    const nodes = await Promise.all(Array.from({ length: 4 }, () => recordsAt(url)));
    for (const node of nodes) closing.add(node);
    const outcomes = await Promise.all(nodes.map(({ db }) => seedOrganisation(db, demonstration, NOON)));
    expect(outcomes).toEqual([true, true, true, true]);
    expect((await readOrganisation(nodes[0]!.db))?.staff).toHaveLength(demonstration.staff.length);
  });

  test('know within a moment what one of them changed: Noor has left, Sanne is called Suzanne', async () => {
    const { url } = closing.add(await freshDatabase());
    const [one, two] = [closing.add(await recordsAt(url)), closing.add(await recordsAt(url))];
    await seedOrganisation(one.db, demonstration, NOON);
    const directory = follow(two);
    let told = 0;
    directory.onChange(() => {
      told += 1;
    });
    await one.db.transaction(async (db) => {
      await db
        .update(staff)
        .set({ active: false })
        .where(eq(staff.staffId, staffOf('noor')));
      await db
        .update(staff)
        .set({ displayName: 'Suzanne' })
        .where(eq(staff.staffId, staffOf('sanne')));
      await announceChange(db, 'organisation');
    });
    await until('the other node is told', () => told > 0);
    const known = directory.current().staff;
    expect(known.get(staffOf('noor'))).toBeUndefined();
    expect(known.get(staffOf('sanne'))).toMatchObject({ displayName: 'Suzanne', desks: ['alkmaar'] });
    expect([...known.keys()].slice(0, 2)).toEqual(['sanne', 'youssef']);
  });
});

const follow = (records: OpenRecords) =>
  createDirectory({
    records,
    first: demonstration,
    settings: { exitUrl: null, demonstration: true, roots: [] },
    clock: RECORDS.clock,
    onFault: (thrown) => {
      throw thrown;
    },
  });
