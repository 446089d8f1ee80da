import { deskNamed, staffOf } from '@haven/server/desk/testing/names';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { listAudit } from '@haven/server/records/audit-log';
import {
  readReplies,
  removeReply,
  type ReplyKeeper,
  writeReplies,
} from '@haven/server/records/canned-replies';
import { seedOrganisation } from '@haven/server/records/organisation';
import type { ReplyShelf, ReplyWording } from '@haven/shared/protocol/canned-replies';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emptied, PLACES } from './places';

const NOON = Date.UTC(2026, 10, 23, 12);
const amsterdam = deskNamed('amsterdam');
const keeper = (name: string, shelf: ReplyShelf): ReplyKeeper => ({ by: staffOf(name), shelf, at: NOON });
const own = (name: string) => keeper(name, { kind: 'own' });
const fatma = keeper('fatma', { kind: 'desk', desk: amsterdam });
const wording = (shortcut: string, text = 'Fijn dat je schrijft.'): ReplyWording => ({
  shortcut,
  language: 'nl',
  title: shortcut,
  text,
});
const added = (shortcut: string, text?: string) => ({
  id: null,
  version: 0,
  wording: wording(shortcut, text),
});

describe.each(Object.entries(PLACES))('Canned replies, in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  const opened = async () => {
    const { db } = records();
    await seedOrganisation(db, firstOrganisation(null), NOON);
    const begun = new Set((await readReplies(db)).map(({ id }) => id));
    return { db, later: async () => (await readReplies(db)).filter(({ id }) => !begun.has(id)) };
  };

  test('begin with those of the organisation’s file, for everyone', async () => {
    const { db } = await opened();
    const replies = await readReplies(db);
    expect(replies.length).toBeGreaterThan(20);
    for (const reply of replies) expect(reply).toMatchObject({ version: 1, shelf: { kind: 'everyone' } });
  });

  test('stand on shelves: one shortcut may be on each of them, and on none twice', async () => {
    const { db, later } = await opened();
    for (const who of [own('noor'), own('sanne'), fatma]) {
      expect((await writeReplies(db, who, [added('dag')], randomUUID)).ok).toBe(true);
      expect(await writeReplies(db, who, [added('dag')], randomUUID)).toEqual({
        ok: false,
        error: 'shortcut-taken',
      });
    }
    const places = (await later()).map(({ owner, shelf }) => `${shelf.kind} ${owner ?? ''}`);
    expect(places.toSorted((a, b) => a.localeCompare(b))).toEqual(['desk ', 'own noor', 'own sanne']);
  });

  test('are changed by who has seen the last version, on her own shelf, all together or not at all', async () => {
    const { db, later } = await opened();
    const first = await writeReplies(db, own('noor'), [added('dag'), added('hoi')], randomUUID);
    if (!first.ok) throw new Error(first.error);
    const [dag, hoi] = first.value;
    if (dag === undefined || hoi === undefined) throw new Error('Two were written.');
    const swapped = [
      { id: dag.id, version: 1, wording: wording('hoi') },
      { id: hoi.id, version: 1, wording: wording('dag') },
    ];
    expect((await writeReplies(db, own('noor'), swapped, randomUUID)).ok).toBe(true);
    const before = await later();
    expect(before.map(({ id, version }) => [id, version])).toEqual([
      [hoi.id, 2],
      [dag.id, 2],
    ]);
    const half = [added('nieuw'), { id: dag.id, version: 1, wording: wording('hoi', 'Anders.') }];
    expect(await writeReplies(db, own('noor'), half, randomUUID)).toEqual({ ok: false, error: 'outdated' });
    const foreign = [{ id: dag.id, version: 2, wording: wording('hoi', 'Van een ander.') }];
    expect(await writeReplies(db, own('sanne'), foreign, randomUUID)).toEqual({
      ok: false,
      error: 'outdated',
    });
    expect(await removeReply(db, own('sanne'), dag.id, 2)).toBe(false);
    expect(await removeReply(db, own('noor'), dag.id, 1)).toBe(false);
    expect(await later()).toEqual(before);
    expect(await removeReply(db, own('noor'), dag.id, 2)).toBe(true);
    expect((await later()).map(({ id }) => id)).toEqual([hoi.id]);
  });

  test('of two who change one at once, one is told to look again', async () => {
    const { db, later } = await opened();
    const first = await writeReplies(db, fatma, [added('dag')], randomUUID);
    const id = first.ok ? (first.value[0]?.id ?? '') : '';
    const outcomes = await Promise.all(
      ['Van Fatma.', 'Van Wilma.'].map((text) =>
        writeReplies(db, fatma, [{ id, version: 1, wording: wording('dag', text) }], randomUUID),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await later()).map(({ version }) => version)).toEqual([2]);
  });

  test('of a desk are in the audit log when they change; those that somebody keeps for herself are not', async () => {
    const { db } = await opened();
    await writeReplies(db, own('noor'), [added('dag')], randomUUID);
    const written = await writeReplies(db, fatma, [added('dag')], randomUUID);
    if (!written.ok) throw new Error(written.error);
    await writeReplies(db, fatma, [added('een'), added('twee')], randomUUID);
    await removeReply(db, fatma, written.value[0]?.id ?? '', 1);
    const { entries } = await listAudit(db, { before: null, by: null, act: null });
    expect(entries.map(({ by, act, about }) => [by, act, about]).slice(0, -1)).toEqual([
      ['fatma', 'reply-removed', 'amsterdam: /dag (nl)'],
      ['fatma', 'replies-written', 'amsterdam: 2'],
      ['fatma', 'replies-written', 'amsterdam: /dag (nl)'],
    ]);
  });
});
