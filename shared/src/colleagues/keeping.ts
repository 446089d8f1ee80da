import { hours, type Instant, type Milliseconds, minutes } from '../units';

export const KEPT = {
  /** After the end of the shift. */
  afterShift: minutes(30),
  /** Whatever the roster says, and where there is none. */
  longest: hours(12),
} as const satisfies Record<string, Milliseconds>;

/**
 * When a text between colleagues is gone from a console, if that is not closed or signed out before: half an hour after
 * the shift of whoever sits there; what is said after the shift, half an hour after it was said. Never later than twelve
 * hours after it was written or came.
 */
export const goneAt = (since: Instant, shiftEnd: Instant | null): Instant => {
  const latest = since + KEPT.longest;
  return shiftEnd === null ? latest : Math.min(latest, Math.max(since, shiftEnd) + KEPT.afterShift);
};
