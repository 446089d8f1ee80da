import { HIDDEN } from '@haven/server/live/desk-store';
import { createChance } from '@haven/server/simulation/chance';
import { visitorsOf } from '@haven/server/simulation/demand';
import { START } from '@haven/server/simulation/main';
import { planOf, REGIONS, WAYS, type Way } from '@haven/server/simulation/organisations';
import { CAPACITY, play } from '@haven/server/simulation/play';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import { deskId } from '@haven/shared/ids';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { minutes, seconds } from '@haven/shared/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpOfTables } from './desk-fixtures';
import { faultsOf, lateDuties, lateSteps } from './desk-invariants';
import { createPromises } from './desk-promises';

/** To compare all sets with all records takes its time, and a week has some ten thousand moments. */
const EVERY = 20;
const SLOW = 300_000;

/** Neighbours first, then everyone, the standby, and a word to the visitor. */
const stepsOf = (index: number): readonly OverflowStep[] => [
  { does: 'reach-desks', after: seconds(20), desks: [deskId.parse(REGIONS[(index + 1) % REGIONS.length])] },
  { does: 'reach-everyone', after: seconds(45) },
  { does: 'alert-standby', after: seconds(90) },
  { does: 'tell-visitor', after: seconds(120) },
];

function planFor(way: Way): DeskPlan {
  const plan = planOf(way, START, 1);
  if (way !== 'rotation-with-overflow') return plan;
  return { ...plan, overflow: Object.fromEntries(plan.desks.map(({ id }, index) => [id, stepsOf(index)])) };
}

/** A week at the desk; of a hundred deadlines so many are in the hands of a node that dies. */
async function week(way: Way, seed: number, lost: number) {
  const chance = createChance(seed);
  const plan = planFor(way);
  const faults = new Set<string>();
  const fate = chance.of('nodes');
  // It comes due again when it is hidden no longer, and may be lost once more.
  const grace = lost === 0 ? 0 : 3 * HIDDEN;
  const promises = createPromises({ plan, capacity: CAPACITY, grace });
  const seen = { rests: 0, deaths: 0, returning: new Set<string>(), lost: new Set<string>() };
  const onRest = (tables: MemoryTables, now: number) => {
    seen.rests += 1;
    if (faults.size > 0) return;
    for (const { chat, returning, phase } of tables.chats.values()) {
      if (returning && phase === 'waiting') seen.returning.add(chat);
    }
    for (const one of tables.staff.values()) if (one.lost) seen.lost.add(`${one.staffId} ${one.lost.since}`);
    for (const fault of promises(tables, now)) faults.add(fault);
    if (seen.rests % EVERY !== 0) return;
    const dump = dumpOfTables(tables, plan);
    const late = [
      ...lateSteps(dump, lost === 0 ? now : now - grace - seconds(1)),
      ...(lost === 0 ? lateDuties(dump, now) : []),
    ];
    for (const fault of [...faultsOf(dump, now), ...late]) faults.add(fault);
  };
  const courses = await play({
    plan,
    visitors: visitorsOf(chance.of('visitors'), START, 1),
    start: START,
    weeks: 1,
    chance: chance.of('staff'),
    onRest,
    isLost: () => {
      const isLost = fate.once(lost);
      seen.deaths += isLost ? 1 : 0;
      return isLost;
    },
    ...(lost === 0 ? {} : { deaths: { every: minutes(5), chance: chance.of('deaths') } }),
  });
  return { faults: [...faults].slice(0, 20), courses, seen };
}

describe('Weeks at the desk', () => {
  it.each(WAYS)(
    'keep every promise at every moment, organised as %s, and every step is on time to the second',
    async (way) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (seed) => {
          const { faults, courses, seen } = await week(way, seed, 0);
          expect(faults).toEqual([]);
          expect(seen.rests).toBeGreaterThan(5_000);
          expect(courses.length).toBeGreaterThan(1_000);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    SLOW,
  );

  it(
    'keep them while nodes die with deadlines and people in hand: whoever comes back first is served first',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (seed) => {
          const { faults, courses, seen } = await week('rotation-with-overflow', seed, 0.02);
          expect(faults).toEqual([]);
          expect(seen.deaths).toBeGreaterThan(20);
          expect(seen.lost.size).toBeGreaterThan(200);
          expect(seen.returning.size).toBeGreaterThan(20);
          const answered = courses.filter(({ answeredAt }) => answeredAt !== null).length;
          expect(answered / courses.length).toBeGreaterThan(0.8);
        }),
        { numRuns: 1, endOnFailure: true },
      );
    },
    SLOW,
  );
});
