import type { Instant } from '../units';

/** The first of what is still to come; null: nothing is. */
export const earliest = (times: readonly (Instant | null | undefined)[]): Instant | null => {
  const known = times.filter((time) => time !== null && time !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
};
