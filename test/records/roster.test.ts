import { addFeed, feedOf, readFeeds, removeFeed } from '@haven/server/records/calendar-feeds';
import type { Db } from '@haven/server/records/database';
import { seedOrganisation } from '@haven/server/records/organisation';
import { arrange, readPlan } from '@haven/server/records/roster-plan';
import { readShifts, writeShifts } from '@haven/server/records/roster-shifts';
import { readSwaps } from '@haven/server/records/roster-swaps';
import { regions as regionTable } from '@haven/server/records/schema/organisation';
import { DEMONSTRATION_STAFF } from '@haven/server/organisation/demonstration';
import { DEMONSTRATION_PLAN } from '@haven/server/organisation/demonstration-roster';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { changePlan } from '@haven/server/roster/change-plan';
import { editDraft } from '@haven/server/roster/edit-draft';
import { markOf } from '@haven/server/roster/mark';
import { hashOfToken } from '@haven/server/roster/feed-token';
import { copyDraftWeek, generateDraft } from '@haven/server/roster/generate-draft';
import { openLiveRoster } from '@haven/server/roster/live-roster';
import { lookAtDifference, publishRoster } from '@haven/server/roster/publish';
import { seedDemonstrationRoster } from '@haven/server/roster/seed-demonstration';
import { askSwap, takeStep } from '@haven/server/roster/swap-shifts';
import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Team } from '@haven/shared/protocol/roster-plan';
import type { Swap } from '@haven/shared/protocol/roster-swap';
import { addDays, startOfDay } from '@haven/shared/roster/calendar';
import { holesIn } from '@haven/shared/roster/holes';
import { onDuty, type Shift } from '@haven/shared/roster/roster';
import { days, hours } from '@haven/shared/units';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { RECORDS } from '../support/records';
import { until } from '../support/until';
import { emptied, PLACES } from './places';

const NOW = Date.UTC(2026, 10, 27, 12);
const NOOR = 'noor' as StaffId;
const KARIM = 'karim' as StaffId;
const FATMA = { staffId: 'fatma' as StaffId, plans: true };
const STAFF = new Set(DEMONSTRATION_STAFF.map(({ staffId }) => staffId));
const { timeZone, regions } = DEMONSTRATION_PLAN;

const retireRegion = (db: Db, id: string) =>
  db
    .update(regionTable)
    .set({ retiredAt: NOW })
    .where(eq(regionTable.id, id as RegionId));

const shift = (id: string, staffId: StaffId, from: number, until: number): Shift => ({
  id,
  staffId,
  from: NOW + hours(from),
  until: NOW + hours(until),
  regions: ['amsterdam' as RegionId],
  general: true,
  kind: 'duty',
});

describe.each(Object.entries(PLACES))('The roster, kept in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  const draft = () => readShifts(records().db, 'draft');
  const published = () => readShifts(records().db, 'published');
  type Edit = Parameters<typeof editDraft>[2];
  const edit = async ({ seen = [], ...change }: Omit<Edit, 'seen'> & Partial<Pick<Edit, 'seen'>>) => {
    const edited = await editDraft(records().db, STAFF, { ...change, seen });
    return edited.ok ? edited.value : edited.error;
  };
  /** What publishing would change, and what it names as seen. */
  const look = () => lookAtDifference(records().db, regions, STAFF, NOW, () => []);
  const publish = async (difference?: Awaited<ReturnType<typeof look>>) => {
    const { seen } = difference ?? (await look());
    const done = await publishRoster(records().db, FATMA.staffId, NOW, seen);
    return done.ok ? done.value : done.error;
  };
  type Range = Parameters<typeof generateDraft>[3];
  const generate = async (range: Range, staff: ReadonlySet<StaffId> = STAFF) => {
    const made = await generateDraft(records().db, DEMONSTRATION_PLAN, staff, range);
    if (!made.ok) throw new Error(`Generated from what is ${made.error}.`);
    return made.value;
  };
  /** A trial, and the same in earnest. */
  const fill = async (range: Omit<Range, 'seen'>, staff: ReadonlySet<StaffId> = STAFF) => {
    const { mark } = await generate({ ...range, seen: null }, staff);
    return generate({ ...range, seen: mark }, staff);
  };
  const markOfWeek = async (monday: string) => {
    const [from, until] = [monday, addDays(monday, 7)].map((day) => startOfDay(day, timeZone));
    return markOf(await readShifts(records().db, 'draft', { from: from!, until: until! }));
  };

  test('books nobody twice: the planner is told why, and the database would not have it either', async () => {
    const { db } = records();
    const early = shift('early', NOOR, 20, 28);
    expect(await edit({ save: [early], remove: [] })).toMatchObject({ saved: true });
    const late = shift('late', NOOR, 27, 35);
    const refused = await edit({ save: [late], remove: [] });
    expect(refused).toEqual({
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

  test('lets only one of two planners book the same person at the same time', async () => {
    const both = await Promise.all(
      ['one', 'two'].map((id) => edit({ save: [shift(id, NOOR, 20, 28)], remove: [] })),
    );
    expect(both.filter((each) => each !== 'outdated' && each.saved)).toHaveLength(1);
    expect(await draft()).toHaveLength(1);
  });

  test('tells whoever changes a shift that a colleague changed, or took away, meanwhile', async () => {
    const early = shift('early', NOOR, 20, 28);
    await edit({ save: [early], remove: [] });
    const later = { ...early, until: NOW + hours(30) };
    const karims = { ...early, staffId: KARIM };
    const both = await Promise.all(
      [later, karims].map((each) => edit({ save: [each], remove: [], seen: [early] })),
    );
    expect(both.filter((each) => each === 'outdated')).toHaveLength(1);
    const [standing] = await draft();
    expect([later, karims]).toContainEqual(standing);

    const refused = [
      { save: [], remove: ['early'] },
      { save: [early], remove: [] },
    ].map((change) => edit({ ...change, seen: [early] }));
    expect(await Promise.all(refused)).toEqual(['outdated', 'outdated']);
    expect(await draft()).toEqual([standing]);
    await edit({ save: [], remove: ['early'], seen: [standing!] });
    expect(await edit({ save: [later], remove: [], seen: [standing!] })).toBe('outdated');
    expect(await draft()).toEqual([]);
  });

  test('tells whoever changes a part of the plan that a colleague changed, or made, meanwhile', async () => {
    const { db } = records();
    const change = (members: readonly StaffId[], seen: Team | null) => {
      const team: Team = { id: 'nights', name: 'Nights', region: null, members: [...members] };
      const made = db.transaction((tx) => changePlan(tx, { change: { kind: 'team', team }, seen }));
      return made.then((outcome) => (outcome.ok ? team : outcome.error));
    };
    // Two make a team of the same name, then two change it, then one whose list is older takes it away.
    const made = await Promise.all([change([NOOR], null), change([KARIM], null)]);
    expect(made.filter((each) => each === 'outdated')).toHaveLength(1);
    const first = made.find((each): each is Team => each !== 'outdated')!;
    const changed = await Promise.all([change([NOOR, KARIM], first), change([], first)]);
    expect(changed.filter((each) => each === 'outdated')).toHaveLength(1);
    const second = changed.find((each): each is Team => each !== 'outdated')!;
    const remove = (seen: Team) =>
      db.transaction((tx) =>
        changePlan(tx, { change: { kind: 'remove', noun: 'team', id: 'nights' }, seen }),
      );
    expect(await remove(first)).toEqual({ ok: false, error: 'outdated' });
    expect((await readPlan(db, { regions, timeZone })).teams).toEqual([second]);
    expect(await remove(second)).toEqual({ ok: true, value: null });
    expect(await change([], second)).toBe('outdated');
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

  test('publishes, generates and copies only what the planner saw', async () => {
    const { db } = records();
    const newId = () => 'copy';
    const [week, next] = ['2026-12-07', '2026-12-14'] as const;
    const early = {
      ...shift('early', NOOR, 0, 8),
      from: Date.UTC(2026, 11, 8, 8),
      until: Date.UTC(2026, 11, 8, 16),
    };
    await edit({ save: [early], remove: [] });
    const difference = await look();
    const trial = await generate({ first: week, last: '2026-12-13', seen: null });
    const seen = { from: await markOfWeek(week), to: await markOfWeek(next) };
    // Karim plans as well, and was quicker.
    const karims = { ...early, staffId: KARIM };
    await edit({ save: [karims], remove: [], seen: [early] });
    const refused = { ok: false, error: 'outdated' };
    expect(await publish(difference)).toBe('outdated');
    const earnest = { first: week, last: '2026-12-13', seen: trial.mark };
    expect(await generateDraft(db, DEMONSTRATION_PLAN, STAFF, earnest)).toEqual(refused);
    expect(await copyDraftWeek(db, DEMONSTRATION_PLAN, STAFF, { from: week, to: next, seen }, newId)).toEqual(
      refused,
    );
    expect(await draft()).toEqual([karims]);
    expect(await published()).toEqual([]);

    // Of two who publish the same, one learns that it is published already.
    const both = await look();
    const outcomes = await Promise.all([publish(both), publish(both)]);
    expect(outcomes.filter((each) => each === 'outdated')).toHaveLength(1);
    // So does whoever saw the roster of before a swap.
    const before = await look();
    const asked: Swap = { id: 's', shift: 'early', inReturn: null, from: KARIM, to: NOOR, state: 'asked' };
    await askSwap(db, asked, NOW);
    await takeStep(db, STAFF, 's', 'accept', { staffId: NOOR, plans: false }, NOW);
    await takeStep(db, STAFF, 's', 'approve', FATMA, NOW);
    expect(await publish(before)).toBe('outdated');
    // Another plan gives another week.
    const again = await generate({ first: week, last: '2026-12-13', seen: null });
    const plan = { ...DEMONSTRATION_PLAN, patterns: DEMONSTRATION_PLAN.patterns.slice(1) };
    const other = { first: week, last: '2026-12-13', seen: again.mark };
    expect(await generateDraft(db, plan, STAFF, other)).toEqual(refused);
  });

  test('keeps its order when planners edit, publish, copy and swap at once', async () => {
    const { db } = records();
    const mine = shift('mine', NOOR, 20, 28);
    await edit({ save: [mine], remove: [] });
    await publish();
    const asked: Swap = { id: 's', shift: 'mine', inReturn: null, from: NOOR, to: KARIM, state: 'asked' };
    await askSwap(db, asked, NOW);
    await takeStep(db, STAFF, 's', 'accept', { staffId: KARIM, plans: false }, NOW);
    const outcomes = await Promise.allSettled([
      takeStep(db, STAFF, 's', 'approve', FATMA, NOW),
      publish(),
      edit({ save: [{ ...mine, until: NOW + hours(30) }], remove: [], seen: [mine] }),
      fill({ first: '2026-12-07', last: '2026-12-13' }).catch(() => 'outdated'),
      publish(),
    ]);
    // Nobody waits for somebody who waits for her.
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
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
    expect(await removeFeed(db, 'feed', KARIM)).toBe(false);
    expect(await removeFeed(db, 'feed', NOOR)).toBe(true);
    expect(await readFeeds(db, NOOR)).toEqual([]);
  });
});
