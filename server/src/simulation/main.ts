import { parseArgs } from 'node:util';
import { createChance } from './chance';
import { visitorsOf } from './demand';
import { type Measures, measuresOf } from './measure';
import { type Way, WAYS, planOf } from './organisations';
import { pictureOf } from './picture';
import { play } from './play';

/** A Monday at midnight. */
export const START = Date.UTC(2026, 2, 2);

/** The same visitors and the same staff hours, organised in one way. */
async function simulate(way: Way, weeks: number, seed: number): Promise<Measures> {
  const chance = createChance(seed);
  const plan = planOf(way, START, weeks);
  const visitors = visitorsOf(chance.of('visitors'), START, weeks);
  const courses = await play({ plan, visitors, start: START, weeks, chance: chance.of('staff') });
  return measuresOf(courses, plan);
}

type Surroundings = {
  /** One JSON object a line. */
  readonly line: (text: string) => void;
  /** For people: the picture, and what is wrong. */
  readonly say: (text: string) => void;
};

/** `--weeks N --seed N`. Gives the exit code. */
export async function simulateWays(args: readonly string[], { line, say }: Surroundings): Promise<number> {
  const asked = numbersOf(args);
  if (asked === null) {
    say('npm run simulate -- --weeks WEEKS --seed NUMBER; both are whole numbers from 1');
    return 1;
  }
  const results: [Way, Measures][] = [];
  for (const way of WAYS) {
    const measures = await simulate(way, asked.weeks, asked.seed);
    line(JSON.stringify({ way, ...asked, ...measures }));
    results.push([way, measures]);
  }
  say(pictureOf(results));
  return 0;
}

function numbersOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { weeks: { type: 'string', default: '4' }, seed: { type: 'string', default: '1' } },
    });
    const [weeks, seed] = [Number(values.weeks), Number(values.seed)];
    const areRight = [weeks, seed].every((value) => Number.isInteger(value) && value >= 1);
    return areRight && weeks <= 520 ? { weeks, seed } : null;
  } catch {
    return null;
  }
}
