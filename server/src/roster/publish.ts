import type { RegionId, StaffId } from '@haven/shared/ids';
import type { EndingCertificate, Publication } from '@haven/shared/protocol/roster-requests';
import { err, ok, type Result } from '@haven/shared/result';
import { conflictsIn } from '@haven/shared/roster/conflicts';
import { differenceOf } from '@haven/shared/roster/difference';
import { holesIn } from '@haven/shared/roster/holes';
import type { Shift } from '@haven/shared/roster/roster';
import { workedBy } from '@haven/shared/roster/worked-by';
import { days, type Instant } from '@haven/shared/units';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import { lockPublications, lockShifts, publishDraft, readShifts } from '../records/roster-shifts';
import { markOf } from './mark';

/** How far ahead holes are looked for. */
const HORIZON = days(56);
/** More would help nobody to decide. */
const CONFLICTS_TOLD = 50;

/** What publishing now would change, and what would still be wrong then. */
export function lookAtDifference(
  db: Db,
  regions: readonly RegionId[],
  staff: ReadonlySet<StaffId>,
  now: Instant,
  endingOf: (draft: readonly Shift[]) => readonly EndingCertificate[],
): Promise<Publication> {
  return db.transaction(async (tx) => {
    const draft = await readShifts(tx, 'draft', { from: now });
    const published = await readShifts(tx, 'published', { from: now });
    const { added, removed, changed } = differenceOf(published, draft);
    const concerned = [...added, ...removed, ...changed.flatMap(({ before, after }) => [before, after])];
    return {
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      staff: [...new Set(concerned.map(({ staffId }) => staffId))],
      holes: holesIn(workedBy(draft, staff), [...regions, null], now, now + HORIZON).length,
      conflicts: conflictsIn(draft, staff).slice(0, CONFLICTS_TOLD),
      ending: [...endingOf(draft)],
      seen: { from: now, mark: markOf(draft, published) },
    };
  });
}

/** The draft is what holds from now on, for every node at once. `outdated`: it would change something else than was seen. */
export function publishRoster(
  db: Db,
  by: StaffId | null,
  now: Instant,
  seen: Publication['seen'],
): Promise<Result<number, 'outdated'>> {
  return db.transaction<Result<number, 'outdated'>>(async (tx) => {
    await lockPublications(tx);
    await lockShifts(tx);
    const draft = await readShifts(tx, 'draft', { from: seen.from });
    const published = await readShifts(tx, 'published', { from: seen.from });
    if (markOf(draft, published) !== seen.mark) return err('outdated');
    const version = await publishDraft(tx, by, now);
    await announceChange(tx, 'roster');
    return ok(version);
  });
}
