import { PRIORITY } from '@haven/server/desk/records';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import { HIDDEN } from '@haven/server/live/desk-store';
import { createChance } from '@haven/server/simulation/chance';
import { visitorsOf } from '@haven/server/simulation/demand';
import { START } from '@haven/server/simulation/main';
import { planOf, WAYS, type Way } from '@haven/server/simulation/organisations';
import { play } from '@haven/server/simulation/play';
import { seconds } from '@haven/shared/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpOfTables } from './desk-fixtures';
import { faultsOf, lateDuties, lateSteps } from './desk-invariants';

/** Looking at everything takes its time, and a week has some ten thousand moments. */
const EVERY = 20;
const SLOW = 300_000;

/** A week at the desk; of a hundred deadlines so many are in the hands of a node that dies. */
async function week(way: Way, seed: number, lost: number) {
  const chance = createChance(seed);
  const plan = planOf(way, START, 1);
  const faults = new Set<string>();
  const fate = chance.of('nodes');
  let rests = 0;
  let deaths = 0;
  const onRest = (tables: MemoryTables, now: number) => {
    rests += 1;
    if (rests % EVERY !== 0 || faults.size > 0) return;
    const dump = dumpOfTables(tables, plan);
    const late =
      lost === 0
        ? [...lateSteps(dump, now), ...lateDuties(dump, now)]
        : // It comes due again when it is hidden no longer, and may be lost once more.
          lateSteps(dump, now - 3 * HIDDEN - seconds(1));
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
      deaths += isLost ? 1 : 0;
      return isLost;
    },
  });
  return { faults: [...faults], courses, rests, deaths };
}

describe('Weeks at the desk', () => {
  it(
    'keep every promise, whatever the way of organising, and every step is on time',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...WAYS), fc.integer({ min: 1, max: 1_000 }), async (way, seed) => {
          const { faults, courses, rests } = await week(way, seed, 0);
          expect(faults).toEqual([]);
          expect(rests).toBeGreaterThan(5_000);
          expect(courses.length).toBeGreaterThan(1_000);
        }),
        { numRuns: 2 },
      );
    },
    SLOW,
  );

  it(
    'keep them while nodes die with deadlines in hand: nobody is left behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (seed) => {
          const { faults, courses, deaths } = await week('rotation-with-overflow', seed, 0.02);
          expect(faults).toEqual([]);
          expect(deaths).toBeGreaterThan(20);
          const answered = courses.filter(({ answeredAt }) => answeredAt !== null).length;
          expect(answered / courses.length).toBeGreaterThan(0.9);
        }),
        { numRuns: 1 },
      );
    },
    SLOW,
  );
});

describe('First in, first out', () => {
  it(
    'holds for a week: of those who reach everyone, none is rung before an earlier one',
    async () => {
      const chance = createChance(5);
      const plan = { ...planOf('everything-pooled', START, 1), overflow: {} };
      const overtaken: string[] = [];
      const rung = new Set<string>();
      await play({
        plan,
        visitors: visitorsOf(chance.of('visitors'), START, 1),
        start: START,
        weeks: 1,
        chance: chance.of('staff'),
        onRest: (tables) => {
          const waiting = [...tables.chats.values()].filter(({ phase }) => phase === 'waiting');
          const first = Math.min(
            ...waiting
              .filter((chat) => chat.passed.length === 0 && chat.reach.everyone)
              .map(({ arrival }) => arrival),
          );
          for (const chat of tables.chats.values()) {
            const isNew =
              chat.phase === 'offered' && !rung.has(chat.chat) && chat.priority === PRIORITY.usual;
            if (isNew && chat.reach.everyone && chat.arrival > first) overtaken.push(chat.chat);
            if (chat.phase === 'offered') rung.add(chat.chat);
          }
        },
      });
      expect(rung.size).toBeGreaterThan(1_000);
      expect(overtaken).toEqual([]);
    },
    SLOW,
  );
});
