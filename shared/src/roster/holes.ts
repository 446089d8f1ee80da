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

const holesOf = (
  duties: readonly Shift[],
  region: RegionId | null,
  from: Instant,
  until: Instant,
): readonly Hole[] =>
  gapsIn(
    duties.filter((each) => isServing(each, region)),
    from,
    until,
  ).map((gap) => ({ region, ...gap }));

type Stretch = Pick<Hole, 'from' | 'until'>;

/** What these times, in the order in which they begin, leave out between the two moments. */
export function gapsIn(times: readonly Stretch[], from: Instant, until: Instant): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let served = from;
  for (const each of times) {
    if (each.from >= until) break;
    if (each.from > served) gaps.push({ from: served, until: each.from });
    served = Math.max(served, each.until);
  }
  if (served < until) gaps.push({ from: served, until });
  return gaps;
}
