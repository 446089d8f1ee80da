import type { RegionId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Instant } from '@haven/shared/units';
import { type Count, turnedAway } from '../desk/counts';
import type { DeskFact } from '../desk/facts';
import type { DeskPlan } from '../desk/plan';
import type { TallyStore } from '../live/tally-store';
import { countersOf } from './day-tally';
import { endOfDay, localTime } from './local-day';

type Deps = {
  readonly tallies: Pick<TallyStore, 'add'>;
  readonly plan: () => DeskPlan;
  readonly timeZone: () => string;
  readonly now: () => Instant;
  readonly onFailure: (error: ErrorCode) => void;
};

/** Counts the day. Nobody waits for it, and what is not counted is only missing from a number. */
export type CountDay = {
  readonly facts: (facts: readonly DeskFact[]) => void;
  readonly turnedAway: (region: RegionId | null) => void;
};

export function createCountDay({ tallies, plan, timeZone, now, onFailure }: Deps): CountDay {
  const add = (counts: readonly Count[]): void => {
    if (counts.length === 0) return;
    const at = now();
    const { day, quarter } = localTime(timeZone(), at);
    const counters = counts.flatMap((count) => countersOf(count, quarter));
    tallies.add(day, counters, endOfDay(timeZone(), at)).then(
      (added) => {
        if (!added.ok) onFailure(added.error);
      },
      () => onFailure('internal'),
    );
  };
  return {
    facts: (facts) => add(facts.flatMap((fact) => (fact.kind === 'counted' ? fact.count : []))),
    turnedAway: (region) => add([turnedAway(plan(), region)]),
  };
}
