import type { RegionId } from '../ids';
import type { Shift } from './roster';

/** The shifts for these regions and the general desk: without the regions that are retired, and those for nothing else. */
export function servingOnly(shifts: readonly Shift[], regions: readonly RegionId[]): readonly Shift[] {
  const inUse = new Set(regions);
  return shifts
    .map((each) => ({ ...each, regions: each.regions.filter((region) => inUse.has(region)) }))
    .filter((each) => each.general || each.regions.length > 0);
}
