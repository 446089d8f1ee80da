import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Db } from '../../records/database';
import type { StaffEdge } from '../connection';

/** What planning asks of the organisation as it is now. */
export type RosterScope = {
  readonly db: Db;
  readonly regions: readonly RegionId[];
  readonly timeZone: string;
  readonly staff: ReadonlySet<StaffId>;
};

export function scopeOf({ records, directory }: StaffEdge): RosterScope {
  const { organisation, staff } = directory.current();
  return {
    db: records.db,
    regions: organisation.regions.map(({ id }) => id),
    timeZone: organisation.timeZone,
    staff: new Set(staff.keys()),
  };
}
