import { readPlan } from '@haven/server/records/roster-plan';
import { DEMONSTRATION_PLAN } from '@haven/server/organisation/demonstration-roster';
import { changePlan } from '@haven/server/roster/change-plan';
import { copyDraftWeek, generateDraft } from '@haven/server/roster/generate-draft';
import { askSwap, takeStep } from '@haven/server/roster/swap-shifts';
import type { StaffId } from '@haven/shared/ids';
import type { Team } from '@haven/shared/protocol/roster-plan';
import type { Swap } from '@haven/shared/protocol/roster-swap';
import { hours } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { emptied, PLACES } from './places';
import { FATMA, KARIM, NOOR, NOW, planning, shift, STAFF } from './planning';

const { timeZone, regions } = DEMONSTRATION_PLAN;

describe.each(Object.entries(PLACES))('What planners saw of the roster, kept in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  const { draft, published, edit, look, publish, generate, fill, markOfWeek } = planning(() => records().db);

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
});
