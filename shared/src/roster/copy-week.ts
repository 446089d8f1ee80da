import type { PlanDate } from '../protocol/roster-plan';
import { addDays, dateOf, daysBetween, instantAt, mondayOf, timeOf } from './calendar';
import type { Shift } from './roster';

/** The Monday of the week in which a shift begins. */
export const mondayOfShift = ({ from }: Pick<Shift, 'from'>, timeZone: string): PlanDate =>
  mondayOf(dateOf(from, timeZone));

/** The shifts that begin in the week of one day, in the week of another: at the same times on the clock. */
export function copyWeek(
  shifts: readonly Shift[],
  from: PlanDate,
  to: PlanDate,
  timeZone: string,
  newId: () => string,
): readonly Shift[] {
  const monday = mondayOf(from);
  const days = daysBetween(monday, mondayOf(to));
  const moved = (instant: number) =>
    instantAt(addDays(dateOf(instant, timeZone), days), timeOf(instant, timeZone), timeZone);
  return shifts
    .filter((each) => mondayOfShift(each, timeZone) === monday)
    .map((each) => ({ ...each, id: newId(), from: moved(each.from), until: moved(each.until) }))
    .filter((each) => each.from < each.until);
}
