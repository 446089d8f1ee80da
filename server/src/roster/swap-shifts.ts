import type { StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import type { Swap, SwapStep } from '@haven/shared/protocol/roster-swap';
import { err, ok, type Result } from '@haven/shared/result';
import { isRefused } from '@haven/shared/roster/conflicts';
import { applySwap, stepSwap } from '@haven/shared/roster/swaps';
import type { Instant } from '@haven/shared/units';
import { announceChange } from '../records/changes';
import type { Db } from '../records/database';
import {
  lockPublications,
  lockShifts,
  nextVersion,
  readShifts,
  type ShiftState,
  writeShifts,
} from '../records/roster-shifts';
import { takeSwap, writeSwap } from '../records/roster-swaps';
import { conflictsOf } from './edit-draft';

export type Stepped = { readonly swap: Swap; readonly conflicts: Conflict[] };

/** The shifts of both that can change hands: those that have not begun. */
const shiftsAhead = async (tx: Db, state: ShiftState, { from, to }: Swap, now: Instant) =>
  (await readShifts(tx, state, { from: now, staff: [from, to] })).filter((each) => each.from > now);

/** Only what is published can be swapped. */
export function askSwap(db: Db, asked: Swap, now: Instant): Promise<Result<Swap, ErrorCode>> {
  return db.transaction(async (tx): Promise<Result<Swap, ErrorCode>> => {
    if (!applySwap(await shiftsAhead(tx, 'published', asked, now), asked).ok) return err('shift-gone');
    await writeSwap(tx, asked);
    await announceChange(tx, 'roster');
    return ok(asked);
  });
}

type By = { readonly staffId: StaffId; readonly plans: boolean };

/** One step of a swap; approving it changes the roster, unless something speaks against that. */
export function takeStep(
  db: Db,
  staff: ReadonlySet<StaffId>,
  id: string,
  step: SwapStep,
  by: By,
  now: Instant,
): Promise<Result<Stepped, ErrorCode>> {
  return db.transaction(async (tx): Promise<Result<Stepped, ErrorCode>> => {
    const swap = await takeSwap(tx, id);
    if (swap === null) return err('shift-gone');
    const stepped = stepSwap(swap, step, by);
    if (!stepped.ok) return stepped;
    if (stepped.value.state === 'approved') {
      await lockPublications(tx);
      await lockShifts(tx);
      const exchanged = await exchange(tx, staff, swap, by.staffId, now);
      if (!exchanged.ok) return exchanged;
      if (exchanged.value.some(isRefused)) return ok({ swap, conflicts: exchanged.value });
    }
    await writeSwap(tx, stepped.value);
    await announceChange(tx, 'roster');
    return ok({ swap: stepped.value, conflicts: [] });
  });
}

/** In what is published, and in the draft where it still has the same shifts. */
async function exchange(
  tx: Db,
  staff: ReadonlySet<StaffId>,
  swap: Swap,
  by: StaffId,
  now: Instant,
): Promise<Result<Conflict[], ErrorCode>> {
  const conflicts: Conflict[] = [];
  const changes: { state: 'published' | 'draft'; save: Awaited<ReturnType<typeof readShifts>> }[] = [];
  for (const state of ['published', 'draft'] as const) {
    const applied = applySwap(await shiftsAhead(tx, state, swap, now), swap);
    if (!applied.ok && state === 'published') return applied;
    if (!applied.ok) continue;
    const save = applied.value.filter(({ id }) => id === swap.shift || id === swap.inReturn);
    const found = await conflictsOf(tx, state, staff, { save, remove: [] });
    // What the draft shares with what is published is said once.
    const said = new Set(conflicts.map((each) => JSON.stringify(each)));
    conflicts.push(...found.filter((each) => !said.has(JSON.stringify(each))));
    changes.push({ state, save });
  }
  if (conflicts.some(isRefused)) return ok(conflicts);
  for (const { state, save } of changes) await writeShifts(tx, state, { save, remove: [] });
  await nextVersion(tx, by, now);
  return ok([]);
}
