import type { StandbyAlert } from '@haven/server/desk/facts';
import { DEADLINES } from '@haven/server/desk/set-changes';
import { HIDDEN } from '@haven/server/live/desk-store';
import { type MemoryTables, setIn } from '@haven/server/live/memory-tables';
import { createChance } from '@haven/server/simulation/chance';
import { visitorsOf } from '@haven/server/simulation/demand';
import { START } from '@haven/server/simulation/main';
import type { Way } from '@haven/server/simulation/organisations';
import { play, type World } from '@haven/server/simulation/play';
import { minutes, seconds } from '@haven/shared/units';
import { dumpOfTables } from '../desk-fixtures';
import { disagreements, lateDuties, lateSteps } from '../desk-invariants';
import { createPromises } from '../desk-promises';
import { createColleagues } from './colleagues';
import { openWatchedDesk } from './node';
import { languagesOf, weekOf, withFloods } from './plan';
import { createSeen } from './seen';
import { createSupervisors } from './supervisors';
import { createWhereabouts } from './whereabouts';

/** To compare all sets with all records takes its time, and a week has some thirty thousand moments. */
const EVERY = 40;
/** What people do falls together, as it does where hundreds are at it. */
const STROKE = seconds(5);
const DECLINED = 0.12;
/** Of a hundred alerts so many reach everybody at once. */
const DELIVERED = 0.5;
/** Of a hundred things that people tell a node it dies with so many half done. */
const HALF_DONE = 0.15;

/** Once something is broken, more may follow from it: the first is what to look at. */
function check(faults: readonly string[], by: string): void {
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\nby ${by}`);
}

/** A node died before it looked whom something lets ring; another takes it up in a second. */
const isUnfinished = (tables: MemoryTables) => {
  const deadlines = setIn(tables, DEADLINES);
  return deadlines.page(0, deadlines.size).some((name) => name.startsWith('match-'));
};

/** Half of the alerts are delivered, the others come again. */
function delivers({ tell, later }: World, { desk, startedAt }: StandbyAlert): void {
  later(seconds(5), () => tell({ kind: 'alert-delivered', desk, startedAt }));
}

/**
 * A week at the desk, of a hundred deadlines so many in the hands of a node that dies. Throws the first promise that is
 * broken; tells what went on.
 */
export async function week(way: Way, seed: number, lost: number) {
  const chance = createChance(seed);
  const dice = {
    lost: chance.of('nodes'),
    halfDone: chance.of('half done'),
    declines: chance.of('declines'),
    delivered: chance.of('delivered'),
  };
  let plan = weekOf(way);
  let world: World | null = null;
  // It comes due again when it is hidden no longer, and may be lost once more.
  const grace = lost === 0 ? 0 : 3 * HIDDEN;
  const promises = createPromises({ plan: () => plan, grace });
  const seen = createSeen();
  let rests = 0;
  let deaths = 0;

  const onRest = (tables: MemoryTables, now: number) => {
    rests += 1;
    seen.atRest(tables);
    if (rests % EVERY !== 0 || isUnfinished(tables)) return;
    const dump = dumpOfTables(tables, plan);
    const late =
      lost === 0
        ? [...lateSteps(dump, now), ...lateDuties(dump, now)]
        : lateSteps(dump, now - grace - seconds(1));
    check([...disagreements(dump, now), ...late], 'comparing all at rest');
  };

  const courses = await play({
    plan,
    start: START,
    weeks: 1,
    chance: chance.of('staff'),
    visitors: withFloods(visitorsOf(chance.of('visitors'), START, 1), chance.of('floods'), STROKE),
    habits: { languagesOf, declines: () => dice.declines.once(DECLINED), stroke: STROKE },
    openDesk: (tables) =>
      openWatchedDesk({
        tables,
        plan: () => plan,
        dies: () => dice.halfDone.once(HALF_DONE),
        onAct: (act, now) => {
          seen.afterAct(act);
          check(promises.look(act, tables, now), JSON.stringify(act.command));
          for (const fact of act.result.ok ? act.result.value.facts : []) {
            const isTold = fact.kind === 'standby-alert' && dice.delivered.once(DELIVERED);
            if (isTold && world) delivers(world, fact.alert);
          }
        },
      }),
    meanwhile: (opened) => {
      world = opened;
      createColleagues(opened, chance.of('colleagues'));
      createWhereabouts(opened, chance.of('whereabouts'));
      createSupervisors({
        world: opened,
        count: seen.count,
        chance: chance.of('supervisors'),
        plan: () => plan,
        change: (next) => {
          plan = next;
          promises.isEdited(opened.now());
        },
      });
    },
    onRest,
    isLost: () => {
      const isLost = dice.lost.once(lost);
      deaths += Number(isLost);
      return isLost;
    },
    ...(lost === 0 ? {} : { deaths: { every: minutes(5), chance: chance.of('deaths') } }),
  });
  const answered = courses.filter(({ answeredAt }) => answeredAt !== null).length;
  return {
    visitors: courses.length,
    answered: answered / courses.length,
    times: seen.times,
    rests,
    deaths,
    ...seen.sizes(),
  };
}
