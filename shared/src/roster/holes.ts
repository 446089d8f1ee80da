import type * as z from 'zod/mini';
import type { RegionId } from '../ids';
import type { hole } from '../protocol/roster-requests';
import type { Instant } from '../units';
import { byStart, isServing, type Shift } from './roster';

export type Hole = z.infer<typeof hole>;

/** Everything between the two moments that nobody serves, the next one first. */
export function holesIn(
  shifts: readonly Shift[],
  regions: readonly (RegionId | null)[],
  from: Instant,
  until: Instant,
): readonly Hole[] {
  const duties = shifts.filter(({ kind }) => kind === 'duty').sort(byStart);
  return regions
    .flatMap((region) => holesOf(duties, region, from, until))
    .sort((a, b) => a.from - b.from || a.until - b.until);
}

function holesOf(duties: readonly Shift[], region: RegionId | null, from: Instant, until: Instant): Hole[] {
  const holes: Hole[] = [];
  let served = from;
  for (const each of duties) {
    if (each.from >= until) break;
    if (!isServing(each, region)) continue;
    if (each.from > served) holes.push({ region, from: served, until: each.from });
    served = Math.max(served, each.until);
  }
  if (served < until) holes.push({ region, from: served, until });
  return holes;
}
