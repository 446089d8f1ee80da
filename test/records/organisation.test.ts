import { createDirectory } from '@haven/server/organisation/directory';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { readReplies } from '@haven/server/records/canned-replies';
import { listAudit } from '@haven/server/records/audit-log';
import { announceChange } from '@haven/server/records/changes';
import { readDescription, writeDescription } from '@haven/server/records/organisation-description';
import { readOrganisation, seedOrganisation } from '@haven/server/records/organisation';
import { staff } from '@haven/server/records/schema/staff';
import { deskNamed, staffOf } from '@haven/server/desk/testing/names';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
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

describe.each(Object.entries(PLACES))('The organisation in %s', (where, makePlace) => {
  test('is what the first start put there, and stays so when a later one brings another', async () => {
    const { db } = await closing.add(await makePlace()).open();
    expect(await readOrganisation(db)).toBeNull();
    expect(await seedOrganisation(db, demonstration, NOON)).toBe(true);
    const { cannedReplies, ...seed } = demonstration;
    const organisation = { ...seed, retired: NOTHING_RETIRED };
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

  test('is changed by one of those who save at the same moment; the others are told, and lose nothing', async () => {
    const place = closing.add(await makePlace());
    const one = await place.open();
    // A folder has one node, and administrators at it.
    const two = where === 'a folder' ? one : await place.open();
    await seedOrganisation(one.db, demonstration, NOON);
    const { regions, desks, generalDesk, ...before } = (await readDescription(one.db))!;
    const save = (name: string, seen: typeof before, { db } = one) => {
      const [first, ...more] = seen.telephones;
      // A telephone number's hours and a desk of her own, so that half a change would be seen.
      const telephones = [{ ...first!, hours: { nl: name, en: name } }, ...more];
      const desk = { id: deskNamed(name), name: { nl: name, en: name }, regions: [] };
      const change = { ...seen, name, telephones, regions: [], desks: [desk] };
      return writeDescription(db, { by: staffOf(name), at: NOON }, change);
    };
    const names = ['wilma', 'rosa', 'henk', 'imke'];
    const saved = await Promise.all(names.map((name, at) => save(name, before, at % 2 === 0 ? one : two)));
    const refused = saved.filter(({ ok }) => !ok);
    expect(refused).toEqual(names.slice(1).map(() => ({ ok: false, error: 'outdated' })));
    const winner = names[saved.findIndex(({ ok }) => ok)]!;
    const other = names.find((name) => name !== winner)!;
    const after = (await readDescription(two.db))!;
    const added = (name: string) => ({ id: name, name: { nl: name, en: name }, regions: [] });
    expect(after).toMatchObject({ name: winner, version: before.version + 1 });
    expect(after.telephones[0]?.hours.nl).toBe(winner);
    expect(after.desks).toEqual([...desks, added(winner)]);
    expect(after).toMatchObject({ regions, generalDesk });

    // She looks again, and saves what she had written.
    expect(await save(other, after, two)).toEqual({ ok: true, value: null });
    expect((await readDescription(one.db))!.desks).toEqual([...desks, added(winner), added(other)]);
    const { entries } = await listAudit(one.db, { before: null, by: null, act: 'desk-added' });
    expect(entries.map(({ by, about }) => [by, about])).toEqual([
      [other, other],
      [winner, winner],
    ]);
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
    await until('the other node is told', () => told > 0 && !directory.current().staff.has(staffOf('noor')));
    const known = directory.current().staff;
    expect(known.get(staffOf('noor'))).toBeUndefined();
    expect(known.get(staffOf('sanne'))).toMatchObject({ displayName: 'Suzanne', desks: ['alkmaar'] });
    expect([...known.keys()].slice(0, 2)).toEqual(['sanne', 'youssef']);
  });
});

const follow = (records: OpenRecords) =>
  createDirectory({
    records,
    first: { ...demonstration, retired: NOTHING_RETIRED },
    settings: { exitUrl: null, demonstration: true, roots: [] },
    clock: RECORDS.clock,
    onFault: (thrown) => {
      throw thrown;
    },
  });
