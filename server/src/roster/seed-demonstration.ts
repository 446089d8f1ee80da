import { addDays, dateOf, mondayOf } from '@haven/shared/roster/calendar';
import type { StaffId } from '@haven/shared/ids';
import { generate, withoutThoseWhoLeft } from '@haven/shared/roster/generate';
import { days, type Instant } from '@haven/shared/units';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import { readPlaces } from '../records/places';
import { arrangePlan, readPlan } from '../records/roster-plan';
import {
  lastPublication,
  lockPublications,
  publishDraft,
  readShifts,
  writeShifts,
} from '../records/roster-shifts';
import { DEMONSTRATION_PLAN } from '../organisation/demonstration-roster';

const WEEKS = 13;
/** With less than this ahead, a start of the demonstration adds to it. */
const ENOUGH = days(35);

/** A roster for the demonstration, covering day and night: made at the first start, prolonged at later ones. */
export function seedDemonstrationRoster(db: Db, staff: ReadonlySet<StaffId>, now: Instant): Promise<void> {
  const { timeZone } = DEMONSTRATION_PLAN;
  return db.transaction(async (tx) => {
    await lockPublications(tx);
    const known = await lastPublication(tx);
    const standing = await readShifts(tx, 'draft', { from: now - days(56) });
    const begun = Math.max(0, ...standing.map(({ from }) => from));
    if (known !== null && begun > now + ENOUGH) return;
    if (known === null) await arrangePlan(tx, DEMONSTRATION_PLAN);
    const regions = (await readPlaces(tx)).regions.map(({ id }) => id);
    const plan = known === null ? DEMONSTRATION_PLAN : await readPlan(tx, { regions, timeZone });
    // The night that began yesterday is going on.
    const yesterday = dateOf(now - days(1), timeZone);
    const next = addDays(dateOf(begun, timeZone), 1);
    const first = next > yesterday ? next : yesterday;
    const last = addDays(mondayOf(dateOf(now, timeZone)), WEEKS * 7 - 1);
    await writeShifts(tx, 'draft', {
      save: generate(withoutThoseWhoLeft(plan, staff), first, last, standing).shifts,
      remove: [],
    });
    await publishDraft(tx, null, now);
    await announceChange(tx, 'roster');
  });
}
