import type { DeskId, RegionId } from '@haven/shared/ids';
import type { DayCounts } from '@haven/shared/protocol/board';
import type { Count } from '../desk/counts';
import { QUARTERS } from './local-day';

/** What was counted in one day, by name of the counter. */
export type DayTally = ReadonlyMap<string, number>;

type Place = { readonly desk: DeskId; readonly region: RegionId };

const counterAt = (kind: keyof Place, id: string, what: keyof DayCounts): string => `${kind} ${id} ${what}`;

const quarterCounter = (quarter: number): string => `quarter ${quarter}`;

/** The counters that one count raises by one: those of its desk and its region, and of the quarter of an hour. */
export function countersOf({ what, desk, region }: Count, quarter: number): readonly string[] {
  return what.flatMap((each) => [
    counterAt('desk', desk, each),
    ...(region === null ? [] : [counterAt('region', region, each)]),
    ...(each === 'entered' || each === 'turnedAway' ? [quarterCounter(quarter)] : []),
  ]);
}

export function countsAt<K extends keyof Place>(tally: DayTally, kind: K, id: Place[K]): DayCounts {
  const at = (what: keyof DayCounts) => tally.get(counterAt(kind, id, what)) ?? 0;
  return {
    entered: at('entered'),
    answered: at('answered'),
    answeredSoon: at('answeredSoon'),
    abandoned: at('abandoned'),
    turnedAway: at('turnedAway'),
  };
}

/** Of every desk that counted something today, those that were retired since among them. */
export function houseCounts(tally: DayTally): DayCounts {
  const sum: Record<keyof DayCounts, number> = { ...NOTHING };
  for (const [name, count] of tally) {
    const [kind, , what] = name.split(' ');
    if (kind === 'desk' && what !== undefined && what in sum) sum[what as keyof DayCounts] += count;
  }
  return sum;
}

const NOTHING: DayCounts = { entered: 0, answered: 0, answeredSoon: 0, abandoned: 0, turnedAway: 0 };

/** Who came in each quarter of an hour of the day. */
export const quartersOf = (tally: DayTally): number[] =>
  Array.from({ length: QUARTERS }, (_, quarter) => tally.get(quarterCounter(quarter)) ?? 0);
