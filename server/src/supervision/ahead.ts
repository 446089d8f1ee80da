import type { DeskAhead } from '@haven/shared/protocol/board';
import { onDuty } from '@haven/shared/roster/roster';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { regionsOf } from '../desk/on-duty';
import type { DeskPlan } from '../desk/plan';

/** How many people the roster has for each desk in the time ahead; nothing where there is no roster. */
export function ahead(plan: DeskPlan, from: Instant, time: Milliseconds): DeskAhead[] {
  const { roster } = plan;
  if (roster === null) return [];
  const end = from + time;
  const during = roster.shifts.filter((shift) => shift.from < end && shift.until > from);
  const turns = during.flatMap((shift) => [shift.from, shift.until]).filter((at) => at > from && at < end);
  const starts = [...new Set([from, ...turns])].toSorted((one, other) => one - other);
  return plan.desks.map(({ id }) => {
    const regions = regionsOf(plan, id);
    const stretches: DeskAhead['stretches'] = [];
    for (const [index, start] of starts.entries()) {
      const people = new Set(regions.flatMap((region) => onDuty(roster, region, start))).size;
      const until = starts[index + 1] ?? end;
      const last = stretches.at(-1);
      if (last?.people === people) last.until = until;
      else stretches.push({ from: start, until, people });
    }
    return { desk: id, stretches };
  });
}
