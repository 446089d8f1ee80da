import type { StaffId } from '../ids';
import type { PlanDate } from '../protocol/roster-plan';
import type { Milliseconds } from '../units';
import { addDays, dateOf, instantAt, weekdayOf } from './calendar';
import type { Shift } from './roster';

/** What somebody carries. */
export type Burden = {
  readonly shifts: number;
  readonly worked: Milliseconds;
  readonly nights: number;
  /** Weekends with at least one shift. */
  readonly weekends: number;
  readonly standbys: number;
};

const SMALL_HOURS = '04:00';

type Span = Pick<Shift, 'from' | 'until'>;

/** Whoever is at work at four in the morning works the night. */
export function isNight({ from, until }: Span, timeZone: string): boolean {
  const begins = dateOf(from, timeZone);
  return [begins, addDays(begins, 1)].some((date) => {
    const small = instantAt(date, SMALL_HOURS, timeZone);
    return from <= small && small < until;
  });
}

/** The Saturday of the weekend in which it begins; null on working days. */
export function weekendOf({ from }: Span, timeZone: string): PlanDate | null {
  const date = dateOf(from, timeZone);
  const weekday = weekdayOf(date);
  return weekday < 6 ? null : addDays(date, 6 - weekday);
}

/** Who carries how much of these shifts; everybody named appears, also with nothing. */
export function burdens(
  shifts: readonly Shift[],
  people: readonly StaffId[],
  timeZone: string,
): ReadonlyMap<StaffId, Burden> {
  const own = new Map<StaffId, Shift[]>(people.map((staffId) => [staffId, []]));
  for (const each of shifts) own.set(each.staffId, [...(own.get(each.staffId) ?? []), each]);
  return new Map([...own].map(([staffId, theirs]) => [staffId, burdenOf(theirs, timeZone)]));
}

function burdenOf(shifts: readonly Shift[], timeZone: string): Burden {
  const duties = shifts.filter(({ kind }) => kind === 'duty');
  const weekends = duties.map((each) => weekendOf(each, timeZone)).filter((weekend) => weekend !== null);
  return {
    shifts: duties.length,
    worked: duties.reduce((sum, { from, until }) => sum + until - from, 0),
    nights: duties.filter((each) => isNight(each, timeZone)).length,
    weekends: new Set(weekends).size,
    standbys: shifts.length - duties.length,
  };
}
