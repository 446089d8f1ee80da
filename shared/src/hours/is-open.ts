import type { OpeningHours } from '../protocol/opening-hours';
import { dateOf, timeOf, weekdayOf } from '../roster/calendar';
import type { Instant } from '../units';

/**
 * Whether these hours let a chat in at this moment. They go by the clock on the wall: what it shows twice in autumn is
 * open or closed twice, and what it leaves out in spring is left out.
 */
export function isOpen({ week, days }: OpeningHours, timeZone: string, instant: Instant): boolean {
  const date = dateOf(instant, timeZone);
  const periods = days.find((day) => day.date === date)?.periods ?? week?.[weekdayOf(date) - 1];
  if (periods === undefined) return week === null;
  const time = timeOf(instant, timeZone);
  return periods.some(({ from, until }) => from <= time && time < until);
}
