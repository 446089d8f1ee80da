import { type Milliseconds, seconds } from '@haven/shared/units';
import type { DeskPlan } from '../desk/plan';
import type { Course } from './play';

/** How weeks at a desk went. Times in seconds, shares from 0 to 1. */
export type Measures = {
  readonly visitors: number;
  readonly answeredWithin60: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly turnedAway: number;
  readonly waitMean: number;
  readonly waitMedian: number;
  readonly wait95: number;
  readonly staffHours: number;
  /** Of the time of all shifts, how much was talked. */
  readonly busy: number;
  readonly chatsPerShiftHour: { readonly mean: number; readonly least: number; readonly most: number };
};

export function measuresOf(courses: readonly Course[], plan: DeskPlan): Measures {
  const waits = courses
    .flatMap(({ visitor, answeredAt }) => (answeredAt === null ? [] : [answeredAt - visitor.at]))
    .toSorted((one, other) => one - other);
  const all = Math.max(1, courses.length);
  const turnedAway = courses.filter((course) => course.turnedAway).length;
  const hours = hoursOf(plan);
  const total = [...hours.values()].reduce((sum, each) => sum + each, 0);
  const loads = [...hours].map(([who, worked]) => courses.filter(({ by }) => by === who).length / worked);
  const talked = courses.reduce(
    (sum, { visitor, by }) => sum + (by === null ? 0 : visitor.talk + visitor.wrapUp),
    0,
  );
  return {
    visitors: courses.length,
    answeredWithin60: round(waits.filter((wait) => wait <= seconds(60)).length / all),
    answered: round(waits.length / all),
    abandoned: round((all - waits.length - turnedAway) / all),
    turnedAway: round(turnedAway / all),
    waitMean: inSeconds(waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length)),
    waitMedian: inSeconds(waits[Math.floor(waits.length / 2)] ?? 0),
    wait95: inSeconds(waits[Math.floor(waits.length * 0.95)] ?? 0),
    staffHours: round(total),
    busy: round(talked / 3_600_000 / total),
    chatsPerShiftHour: {
      mean: round(waits.length / total),
      least: round(Math.min(...loads)),
      most: round(Math.max(...loads)),
    },
  };
}

/** The hours that each of the roster works. */
function hoursOf({ roster }: DeskPlan): ReadonlyMap<string, number> {
  const hours = new Map<string, number>();
  for (const { staffId, from, until } of roster?.shifts ?? []) {
    hours.set(staffId, (hours.get(staffId) ?? 0) + (until - from) / 3_600_000);
  }
  return hours;
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;
const inSeconds = (time: Milliseconds) => Math.round(time / 100) / 10;
