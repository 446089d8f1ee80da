import { addFeed, feedOf, readFeeds, removeFeed } from '@haven/server/records/calendar-feeds';
import type { Db } from '@haven/server/records/database';
import { seedOrganisation } from '@haven/server/records/organisation';
import { arrange, readPlan } from '@haven/server/records/roster-plan';
import { writeShifts } from '@haven/server/records/roster-shifts';
import { readSwaps } from '@haven/server/records/roster-swaps';
import { regions as regionTable } from '@haven/server/records/schema/organisation';
import { DEMONSTRATION_PLAN } from '@haven/server/organisation/demonstration-roster';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { hashOfToken } from '@haven/server/roster/feed-token';
import { copyDraftWeek } from '@haven/server/roster/generate-draft';
import { openLiveRoster } from '@haven/server/roster/live-roster';
import { seedDemonstrationRoster } from '@haven/server/roster/seed-demonstration';
import { askSwap, takeStep } from '@haven/server/roster/swap-shifts';
import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Swap } from '@haven/shared/protocol/roster-swap';
import { holesIn } from '@haven/shared/roster/holes';
import { onDuty } from '@haven/shared/roster/roster';
import { days, hours } from '@haven/shared/units';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { RECORDS } from '../support/records';
import { until } from '../support/until';
import { emptied, PLACES } from './places';
import { FATMA, KARIM, NOOR, NOW, planning, shift, STAFF } from './planning';

const { timeZone, regions } = DEMONSTRATION_PLAN;

const retireRegion = (db: Db, id: string) =>
  db
    .update(regionTable)
    .set({ retiredAt: NOW })
    .where(eq(regionTable.id, id as RegionId));

describe.each(Object.entries(PLACES))('The roster, kept in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  const { draft, published, edit, look, publish, generate, fill, markOfWeek } = planning(() => records().db);

  test('books nobody twice: the planner is told why, and the database would not have it either', async () => {
    const { db } = records();
    const early = shift('early', NOOR, 20, 28);
    expect(await edit({ save: [early], remove: [] })).toMatchObject({ saved: true });
    const late = shift('late', NOOR, 27, 35);
    const refused = await edit({ save: [late], remove: [] });
    expect(refused).toMatchObject({
      saved: false,
      shifts: 0,
      conflicts: [{ kind: 'double-booking', staffId: NOOR, shift: 'late', with: 'early' }],
    });
    expect(await draft()).toEqual([early]);
    const behind = writeShifts(db, 'draft', { save: [late], remove: [] });
    await expect(behind).rejects.toMatchObject({ cause: { code: '23P01' } });
    // Of a colleague, or right after: both stand.
    const others = [shift('other', KARIM, 20, 28), shift('after', NOOR, 28, 30)];
    expect(await edit({ save: others, remove: [] })).toMatchObject({ saved: true });
  });

  test('warns of a short rest and saves all the same; refuses somebody who has left', async () => {
    await edit({ save: [shift('early', NOOR, 20, 28)], remove: [] });
    const tired = await edit({ save: [shift('late', NOOR, 36, 44)], remove: [] });
    expect(tired).toMatchObject({ saved: true, conflicts: [{ kind: 'short-rest', rest: hours(8) }] });
    const gone = await edit({
      save: [shift('gone', 'olga' as StaffId, 20, 28)],
      remove: [],
    });
    expect(gone).toMatchObject({ saved: false, conflicts: [{ kind: 'left' }] });
  });

  test('is published in one step, with a version that rises, and known to routing within a second', async () => {
    const { clock } = RECORDS;
    const live = await openLiveRoster({
      records: records(),
      timeZone: () => timeZone,
      clock: { ...clock, now: () => NOW },
      onFault: () => undefined,
    });
    expect(live.current()).toBeNull();
    const early = shift('early', NOOR, -2, 6);
    await edit({ save: [early], remove: [] });
    expect(await published()).toEqual([]);
    expect(await look()).toMatchObject({
      added: 1,
      removed: 0,
      changed: 0,
      staff: [NOOR],
    });
    const first = await publish();
    expect(await published()).toEqual([early]);
    await until('routing knows', () => live.current()?.version === first, { within: 2_500 });
    const roster = live.current();
    expect(roster && onDuty(roster, regions[2] ?? null, NOW)).toEqual([NOOR]);
    await edit({ save: [{ ...early, staffId: KARIM }], remove: [], seen: [early] });
    expect(await publish()).toBeGreaterThan(Number(first));
    await until('routing knows', () => live.current()?.shifts[0]?.staffId === KARIM, { within: 2_500 });
    live.stop();
  });

  test('is generated from the plan, twice the same, around what stands by hand', async () => {
    const range = { first: '2026-12-07', last: '2026-12-13' };
    const monday = Date.UTC(2026, 11, 7, 6);
    const byHand = { ...shift('hand-1', NOOR, 0, 0), from: monday, until: monday + hours(8) };
    await edit({ save: [byHand], remove: [] });
    const trial = await generate({ ...range, seen: null });
    expect(await draft()).toEqual([byHand]);
    const made = await generate({ ...range, seen: trial.mark });
    expect(made).toEqual(trial);
    expect(made.missing).toBe(0);
    const once = await draft();
    expect(once).toHaveLength(made.shifts + 1);
    const { mark: _, ...same } = made;
    expect(await fill(range)).toMatchObject(same);
    expect(await draft()).toEqual(once);
    // Who has left gets no turn.
    const without = new Set([...STAFF].filter((id) => id !== KARIM));
    await fill(range, without);
    expect((await draft()).filter(({ staffId }) => staffId === KARIM)).toEqual([]);
  });

  test('copies a week into another one', async () => {
    const { db } = records();
    await fill({ first: '2026-12-07', last: '2026-12-13' });
    const before = await draft();
    let made = 0;
    const newId = () => `copy-${(made += 1)}`;
    const copy = async () => {
      const seen = { from: await markOfWeek('2026-12-07'), to: await markOfWeek('2026-12-21') };
      const weeks = { from: '2026-12-09', to: '2026-12-21', seen };
      return copyDraftWeek(db, DEMONSTRATION_PLAN, STAFF, weeks, newId);
    };
    expect(await copy()).toMatchObject({ ok: true, value: { saved: true, shifts: before.length } });
    const after = await draft();
    expect(after.slice(before.length).map(({ from }) => from - days(14))).toEqual(
      before.map(({ from }) => from),
    );
    await copy();
    expect(await draft()).toHaveLength(after.length);
  });

  test('lets Noor and Karim swap, once Fatma approves', async () => {
    const { db } = records();
    const mine = shift('mine', NOOR, 20, 28);
    const theirs = shift('theirs', KARIM, 20, 28);
    await edit({ save: [mine, theirs], remove: [] });
    await publish();
    const asked: Swap = {
      id: 'swap',
      shift: 'mine',
      inReturn: 'theirs',
      from: NOOR,
      to: KARIM,
      state: 'asked',
    };
    expect(await askSwap(db, { ...asked, shift: 'theirs' }, NOW)).toEqual({ ok: false, error: 'shift-gone' });
    expect((await askSwap(db, asked, NOW)).ok).toBe(true);
    const karim = { staffId: KARIM, plans: false };
    const accepted = await takeStep(db, STAFF, 'swap', 'accept', karim, NOW);
    expect(accepted.ok && accepted.value.swap.state).toBe('accepted');
    expect((await takeStep(db, STAFF, 'swap', 'approve', karim, NOW)).ok).toBe(false);
    const approved = await takeStep(db, STAFF, 'swap', 'approve', FATMA, NOW);
    expect(approved.ok && approved.value.swap.state).toBe('approved');
    for (const shifts of [await published(), await draft()]) {
      expect(new Map(shifts.map(({ id, staffId }) => [id, staffId]))).toEqual(
        new Map([
          ['mine', KARIM],
          ['theirs', NOOR],
        ]),
      );
    }
    expect(await readSwaps(db, NOOR)).toEqual([{ ...asked, state: 'approved' }]);
    expect(await readSwaps(db, 'sanne' as StaffId)).toEqual([]);
  });

  test('does not let a swap book anybody twice', async () => {
    const { db } = records();
    const shifts = [shift('mine', NOOR, 20, 28), shift('theirs', KARIM, 24, 32)];
    await edit({ save: shifts, remove: [] });
    await publish();
    const asked: Swap = { id: 's', shift: 'mine', inReturn: null, from: NOOR, to: KARIM, state: 'asked' };
    await askSwap(db, asked, NOW);
    await takeStep(db, STAFF, 's', 'accept', { staffId: KARIM, plans: false }, NOW);
    const refused = await takeStep(db, STAFF, 's', 'approve', FATMA, NOW);
    expect(refused).toMatchObject({
      ok: true,
      value: { swap: { state: 'accepted' }, conflicts: [{ kind: 'double-booking', staffId: KARIM }] },
    });
    expect(await published()).toEqual(shifts);
  });

  test('does not let a shift change hands once it has begun, however long ago that was agreed', async () => {
    const { db } = records();
    const shifts = [shift('mine', NOOR, 20, 28), shift('theirs', KARIM, 40, 48)];
    await edit({ save: shifts, remove: [] });
    await publish();
    const asked = { inReturn: 'theirs', from: NOOR, to: KARIM, state: 'asked' } as const;
    for (const id of ['late', 'refused']) {
      await askSwap(db, { ...asked, id, shift: 'mine' }, NOW);
      await takeStep(db, STAFF, id, 'accept', { staffId: KARIM, plans: false }, NOW);
    }
    const begun = NOW + hours(20);
    const late = await takeStep(db, STAFF, 'late', 'approve', FATMA, begun);
    expect(late).toEqual({ ok: false, error: 'shift-gone' });
    expect(await published()).toEqual(shifts);
    expect((await takeStep(db, STAFF, 'refused', 'reject', FATMA, begun)).ok).toBe(true);
  });

  test('keeps the plan as it was arranged, and an exception’s own staffing only with it', async () => {
    const { db } = records();
    const exception = { id: 'kerst', name: 'Kerst', first: '2026-12-25', last: '2026-12-26' };
    for (const team of DEMONSTRATION_PLAN.teams) await arrange(db, { kind: 'team', team });
    const [pattern] = DEMONSTRATION_PLAN.patterns;
    if (pattern === undefined) throw new Error('The plan has patterns.');
    await arrange(db, { kind: 'exception', exception });
    await arrange(db, { kind: 'pattern', pattern });
    await arrange(db, { kind: 'pattern', pattern: { ...pattern, id: 'kerst-dag', exception: 'kerst' } });
    await arrange(db, { kind: 'pattern', pattern: { ...pattern, people: 2 } });
    const plan = await readPlan(db, { regions, timeZone });
    expect(plan.exceptions).toEqual([exception]);
    expect(plan.patterns.map(({ id, people }) => [id, people])).toEqual([
      [pattern.id, 2],
      ['kerst-dag', 1],
    ]);
    await arrange(db, { kind: 'remove', noun: 'exception', id: 'kerst' });
    const without = await readPlan(db, { regions, timeZone });
    expect(without.patterns.map(({ id }) => id)).toEqual([pattern.id]);
    expect(without.teams).toHaveLength(DEMONSTRATION_PLAN.teams.length);
  });

  test('covers the demonstration day and night from its first start, and goes on at later ones', async () => {
    const { db } = records();
    await seedOrganisation(db, firstOrganisation(null), NOW);
    await seedDemonstrationRoster(db, STAFF, NOW);
    const first = await published();
    await seedDemonstrationRoster(db, STAFF, NOW);
    expect(await published()).toEqual(first);
    const later = NOW + days(70);
    await seedDemonstrationRoster(db, STAFF, later);
    const all = await published();
    expect(holesIn(all, [...regions, null], NOW, later + days(70))).toEqual([]);
    expect(all.slice(0, first.length)).toEqual(first);
    // A region that is retired meanwhile gets no shifts any more, and the others go on.
    await retireRegion(db, 'alkmaar');
    const end = later + days(91);
    const much = later + days(70);
    await seedDemonstrationRoster(db, STAFF, much);
    const since = (await published()).slice(all.length);
    expect(since.flatMap((each) => each.regions)).not.toContain('alkmaar');
    const others = regions.filter((region) => region !== 'alkmaar');
    expect(holesIn(await published(), [...others, null], NOW, end)).toEqual([]);
  });

  test('gives calendars a secret of which it keeps only the hash', async () => {
    const { db } = records();
    const feed = { id: 'feed', staffId: NOOR, team: null, language: 'nl' as const, madeAt: NOW };
    await addFeed(db, feed, hashOfToken('secret of 32 bytes'));
    expect(await feedOf(db, hashOfToken('secret of 32 bytes'))).toEqual(feed);
    expect(await feedOf(db, 'secret of 32 bytes')).toBeNull();
    expect(await removeFeed(db, 'feed', KARIM)).toBeNull();
    expect(await removeFeed(db, 'feed', NOOR)).toEqual(feed);
    expect(await readFeeds(db, NOOR)).toEqual([]);
  });
});
