import type { RegionId, StaffId } from '@haven/shared/ids';
import type { PlanDate, RosterPlan } from '@haven/shared/protocol/roster-plan';
import type { Edited, Generation } from '@haven/shared/protocol/roster-requests';
import { burdens } from '@haven/shared/roster/burden';
import { err, ok, type Result } from '@haven/shared/result';
import { addDays, mondayOf, startOfDay } from '@haven/shared/roster/calendar';
import { servingOnly } from '@haven/shared/roster/serving-only';
import { copyWeek, mondayOfShift } from '@haven/shared/roster/copy-week';
import { generate, isGenerated, withoutThoseWhoLeft } from '@haven/shared/roster/generate';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import { lockShifts, readShifts, writeShifts } from '../records/roster-shifts';
import { conflictsOf, tryEdit } from './edit-draft';
import { markOf } from './mark';

/** How far back turns are counted: who had the last nights does not have the next ones. */
const MEMORY_DAYS = 56;

type Range = { readonly first: PlanDate; readonly last: PlanDate; readonly seen: string | null };

/** Fills the days of the range from the plan, around what stands by hand; a trial (`seen` null) changes nothing. */
export function generateDraft(
  db: Db,
  plan: RosterPlan,
  staff: ReadonlySet<StaffId>,
  { first, last, seen }: Range,
): Promise<Result<Generation, 'outdated'>> {
  const { timeZone } = plan;
  const present = withoutThoseWhoLeft(plan, staff);
  return db.transaction<Result<Generation, 'outdated'>>(async (tx) => {
    if (seen !== null) await lockShifts(tx);
    const standing = await readShifts(tx, 'draft', {
      from: startOfDay(addDays(first, -MEMORY_DAYS), timeZone),
      until: startOfDay(addDays(last, 3), timeZone),
    });
    const mark = markOf(present, standing);
    if (seen !== null && seen !== mark) return err('outdated');
    const stale = standing.filter((each) => isGenerated(each, first, last));
    const around = standing.filter((each) => !stale.includes(each));
    const { shifts, unfilled } = generate(present, first, last, around);
    const change = { save: shifts, remove: stale.map(({ id }) => id) };
    const conflicts = await conflictsOf(tx, 'draft', staff, change);
    if (seen !== null) {
      await writeShifts(tx, 'draft', change);
      await announceChange(tx, 'roster');
    }
    const people = [...new Set(present.teams.flatMap(({ members }) => members))];
    return ok({
      shifts: shifts.length,
      missing: unfilled.reduce((sum, each) => sum + each.missing, 0),
      burdens: [...burdens(shifts, people, timeZone)].map(([staffId, burden]) => ({ staffId, ...burden })),
      conflicts: [...conflicts],
      mark,
    });
  });
}

type Weeks = {
  readonly from: PlanDate;
  readonly to: PlanDate;
  readonly seen: { readonly from: string; readonly to: string };
};

/** The draft of one week takes the place of that of another. */
export function copyDraftWeek(
  db: Db,
  { timeZone, regions }: Readonly<Pick<RosterPlan, 'timeZone'>> & { readonly regions: readonly RegionId[] },
  staff: ReadonlySet<StaffId>,
  { from, to, seen }: Weeks,
  newId: () => string,
): Promise<Result<Edited, 'outdated'>> {
  const weekAt = async (tx: Db, monday: PlanDate) => {
    const window = { from: startOfDay(monday, timeZone), until: startOfDay(addDays(monday, 7), timeZone) };
    const looked = await readShifts(tx, 'draft', window);
    const shifts = looked.filter((each) => mondayOfShift(each, timeZone) === monday);
    return { mark: markOf(looked), shifts };
  };
  return db.transaction<Result<Edited, 'outdated'>>(async (tx) => {
    await lockShifts(tx);
    const source = await weekAt(tx, mondayOf(from));
    const replaced = await weekAt(tx, mondayOf(to));
    if (source.mark !== seen.from || replaced.mark !== seen.to) return err('outdated');
    const change = {
      save: servingOnly(copyWeek(source.shifts, from, to, timeZone, newId), regions),
      remove: replaced.shifts.map(({ id }) => id),
    };
    return ok(await tryEdit(tx, staff, change));
  });
}
