import type { RegionId } from '../ids';
import type { ShiftKind } from '../protocol/roster';
import type { Exception, Pattern, PlanDate, Rotation, RosterPlan, Team } from '../protocol/roster-plan';
import type { Instant } from '../units';
import { addDays, datesFrom, daysBetween, instantAt, mondayOf, weekdayOf } from './calendar';

/** One occurrence of a pattern: work to be done, by whom is still open. */
export type Slot = {
  readonly pattern: string;
  readonly date: PlanDate;
  readonly from: Instant;
  readonly until: Instant;
  readonly regions: readonly RegionId[];
  readonly general: boolean;
  readonly kind: ShiftKind;
  readonly people: number;
  /** Null where the plan names a team that is no more. */
  readonly team: Team | null;
};

/** All that begins on a day of the range, the earliest first. */
export function expand(plan: RosterPlan, first: PlanDate, last: PlanDate): readonly Slot[] {
  const slots = datesFrom(first, last).flatMap((date) => {
    const weekday = weekdayOf(date);
    const exception = exceptionOn(plan.exceptions, date)?.id ?? null;
    return (
      plan.patterns
        .filter((each) => each.exception === exception && each.weekdays.includes(weekday))
        .map((each) => slotOn(plan, each, date))
        // For nothing but regions that are retired.
        .filter(({ regions, general }) => general || regions.length > 0)
    );
  });
  // A shift that lies within the hour the clock leaves out does not take place.
  return slots.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
}

/** Where exceptions overlap, the shorter one holds: a holiday within a summer plan. */
export function exceptionOn(exceptions: readonly Exception[], date: PlanDate): Exception | null {
  const holding = exceptions.filter(({ first, last }) => first <= date && date <= last);
  return holding.sort((a, b) => daysBetween(a.first, a.last) - daysBetween(b.first, b.last))[0] ?? null;
}

/** Whose turn it is in the week of this day. Weeks are counted from the anchor, so no year's end disturbs them. */
export function turnOf({ teams, anchor }: Rotation, date: PlanDate): string | null {
  if (teams.length === 0) return null;
  const weeks = daysBetween(mondayOf(anchor), mondayOf(date)) / 7;
  return teams[((weeks % teams.length) + teams.length) % teams.length] ?? null;
}

function slotOn(plan: RosterPlan, pattern: Pattern, date: PlanDate): Slot {
  const { from, until, regions, general, kind, people } = pattern;
  const lastDay = until <= from ? addDays(date, 1) : date;
  return {
    pattern: pattern.id,
    date,
    from: instantAt(date, from, plan.timeZone),
    until: instantAt(lastDay, until, plan.timeZone),
    regions: regions === null ? plan.regions : regions.filter((region) => plan.regions.includes(region)),
    general,
    kind,
    people,
    team: teamFor(plan, pattern, date),
  };
}

function teamFor({ teams, rotations }: RosterPlan, { by }: Pattern, date: PlanDate): Team | null {
  const rotation = by.kind === 'rotation' ? rotations.find(({ id }) => id === by.rotation) : undefined;
  const id = by.kind === 'team' ? by.team : rotation && turnOf(rotation, date);
  return teams.find((team) => team.id === id) ?? null;
}
