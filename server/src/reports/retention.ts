import type { Day } from '@haven/shared/protocol/contact-record';

/**
 * The first day of which records are kept: the first of the earliest year that ended less than so many months ago.
 * By whole years, because a count that was published must not change.
 */
export function keptSince(today: Day, months: number): Day {
  const [year = 0, month = 0] = today.split('-').map(Number);
  // Month 0 is January of the year 0; a year's records go in this many months after the month that follows it.
  const now = year * 12 + (month - 1);
  return `${Math.floor((now - months) / 12)}-01-01`;
}
