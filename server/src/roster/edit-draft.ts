import type { StaffId } from '@haven/shared/ids';
import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import type { Edited } from '@haven/shared/protocol/roster-requests';
import { err, ok, type Result } from '@haven/shared/result';
import { conflictsIn, isRefused, REST } from '@haven/shared/roster/conflicts';
import type { Shift } from '@haven/shared/roster/roster';
import { isSame } from '@haven/shared/same';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import { lockShifts, readShifts, type ShiftState, writeShifts } from '../records/roster-shifts';

export type Change = { readonly save: readonly Shift[]; readonly remove: readonly string[] };
type Staff = ReadonlySet<StaffId>;

/** Of the shifts that are changed or taken away, what the planner saw; the others are new. */
type Seen = { readonly seen: readonly Shift[] };
type Outcome = Result<Edited, 'outdated'>;

/** Changes the draft as a whole, or says what speaks against it. `outdated`: somebody else has changed those shifts. */
export function editDraft(db: Db, staff: Staff, { seen, ...change }: Change & Seen): Promise<Outcome> {
  return db.transaction<Outcome>(async (tx) => {
    await lockShifts(tx);
    const ids = [...change.remove, ...change.save.map(({ id }) => id)];
    if (!isSame(byId(await readShifts(tx, 'draft', { ids })), byId(seen))) return err('outdated');
    return ok(await tryEdit(tx, staff, change));
  });
}

const byId = (shifts: readonly Shift[]) => Object.fromEntries(shifts.map((each) => [each.id, each]));

/** Within a transaction that has locked the shifts. */
export async function tryEdit(tx: Db, staff: Staff, change: Change): Promise<Edited> {
  const conflicts = [...(await conflictsOf(tx, 'draft', staff, change))];
  if (conflicts.some(isRefused)) return { saved: false, shifts: 0, conflicts };
  await writeShifts(tx, 'draft', change);
  await announceChange(tx, 'roster');
  return { saved: true, shifts: change.save.length, conflicts };
}

/** What a change would collide with. */
export async function conflictsOf(
  tx: Db,
  state: ShiftState,
  staff: Staff,
  { save, remove }: Change,
): Promise<readonly Conflict[]> {
  if (save.length === 0) return [];
  const saved = new Set(save.map(({ id }) => id));
  const gone = new Set([...remove, ...saved]);
  const around = await readShifts(tx, state, {
    from: Math.min(...save.map(({ from }) => from)) - REST,
    until: Math.max(...save.map(({ until }) => until)) + REST,
    staff: [...new Set(save.map(({ staffId }) => staffId))],
  });
  const all = [...around.filter(({ id }) => !gone.has(id)), ...save];
  return conflictsIn(all, staff).filter(
    (each) => saved.has(each.shift) || (each.kind !== 'left' && saved.has(each.with)),
  );
}
