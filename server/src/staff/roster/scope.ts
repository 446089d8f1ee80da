import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Db } from '../../records/database';
import { whoTakesChats } from '../../organisation/directory';
import type { StaffEdge } from '../connection';

/** What planning asks of the organisation as it is now. */
export type RosterScope = {
  readonly db: Db;
  readonly regions: readonly RegionId[];
  readonly timeZone: string;
  /** Those who can be on the roster. */
  readonly staff: ReadonlySet<StaffId>;
};

export function scopeOf({ records, directory }: StaffEdge): RosterScope {
  const snapshot = directory.current();
  const { organisation } = snapshot;
  return {
    db: records.db,
    regions: organisation.regions.map(({ id }) => id),
    timeZone: organisation.timeZone,
    staff: whoTakesChats(snapshot),
  };
}
