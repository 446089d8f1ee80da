import type { StaffId } from '../ids';
import type { Swap, SwapState, SwapStep } from '../protocol/roster-swap';
import { err, ok, type Result } from '../result';
import type { Shift } from './roster';

type Party = 'asker' | 'colleague' | 'planner';
type Row = { readonly by: Party; readonly from: readonly SwapState[]; readonly to: SwapState };

const STEPS: Readonly<Record<SwapStep, Row>> = {
  accept: { by: 'colleague', from: ['asked'], to: 'accepted' },
  decline: { by: 'colleague', from: ['asked', 'accepted'], to: 'declined' },
  withdraw: { by: 'asker', from: ['asked', 'accepted'], to: 'withdrawn' },
  approve: { by: 'planner', from: ['accepted'], to: 'approved' },
  reject: { by: 'planner', from: ['asked', 'accepted'], to: 'rejected' },
};

export type SwapRefusal = 'not-yours' | 'wrong-phase';

/** Who may take this step with a swap now, and what comes of it. */
export function stepSwap(
  swap: Swap,
  step: SwapStep,
  by: { readonly staffId: StaffId; readonly plans: boolean },
): Result<Swap, SwapRefusal> {
  const { by: party, from, to } = STEPS[step];
  const isParty = { asker: by.staffId === swap.from, colleague: by.staffId === swap.to, planner: by.plans };
  if (!isParty[party]) return err('not-yours');
  if (!from.includes(swap.state)) return err('wrong-phase');
  return ok({ ...swap, state: to });
}

/** The shifts after the swap, unless one of them has changed hands meanwhile. */
export function applySwap(shifts: readonly Shift[], swap: Swap): Result<readonly Shift[], 'shift-gone'> {
  const given = shifts.find(({ id, staffId }) => id === swap.shift && staffId === swap.from);
  const taken = shifts.find(({ id, staffId }) => id === swap.inReturn && staffId === swap.to);
  if (given === undefined || (swap.inReturn !== null && taken === undefined)) return err('shift-gone');
  return ok(
    shifts.map((each) => {
      if (each === given) return { ...each, staffId: swap.to };
      return each === taken ? { ...each, staffId: swap.from } : each;
    }),
  );
}
