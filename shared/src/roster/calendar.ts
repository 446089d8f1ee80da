import { Temporal } from 'temporal-polyfill';
import type { PlanDate, WallTime } from '../protocol/roster-plan';
import type { Instant } from '../units';

/**
 * The moment at which a clock on the wall shows this time. What the clock shows twice is the first of the two; what it
 * leaves out is the moment at which it jumps. So later times never come before earlier ones, and shifts that touch on
 * the clock touch in time.
 */
export function instantAt(date: PlanDate, time: WallTime, timeZone: string): Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  // The one before a moment leaves out one at it: the first minute that the clock leaves out is shown as the jump.
  const jump = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (jump ?? zoned).epochMilliseconds;
}

export const startOfDay = (date: PlanDate, timeZone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;

export const dateOf = (instant: Instant, timeZone: string): PlanDate =>
  zonedOf(instant, timeZone).toPlainDate().toString();

export const timeOf = (instant: Instant, timeZone: string): WallTime =>
  zonedOf(instant, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

export const addDays = (date: PlanDate, days: number): PlanDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** How many days the second date is after the first. */
export const daysBetween = (first: PlanDate, second: PlanDate): number =>
  Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(second), { largestUnit: 'day' }).days;

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (date: PlanDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const mondayOf = (date: PlanDate): PlanDate => addDays(date, 1 - weekdayOf(date));

/** The ISO number of the week, and the year it counts in. */
export function weekOf(date: PlanDate): { readonly year: number; readonly week: number } {
  const day = Temporal.PlainDate.from(date);
  return { year: day.yearOfWeek ?? day.year, week: day.weekOfYear ?? 0 };
}

/** Every day from the first to the last, both included. */
export function datesFrom(first: PlanDate, last: PlanDate): readonly PlanDate[] {
  const count = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

const zonedOf = (instant: Instant, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
