import * as z from 'zod/mini';
import { staffId } from '../ids';

export const swapState = z.enum(['asked', 'accepted', 'approved', 'declined', 'withdrawn', 'rejected']);
export type SwapState = z.infer<typeof swapState>;

/** Somebody asks a colleague to take a published shift over, perhaps for one of the colleague's. */
export const swap = z.object({
  id: z.string().check(z.maxLength(64)),
  shift: z.string().check(z.maxLength(64)),
  /** Null: nothing in return. */
  inReturn: z.nullable(z.string().check(z.maxLength(64))),
  from: staffId,
  to: staffId,
  state: swapState,
});
export type Swap = z.infer<typeof swap>;

/** The colleague accepts or declines, who asked withdraws, a supervisor approves or rejects. */
export const SWAP_STEPS = ['accept', 'decline', 'withdraw', 'approve', 'reject'] as const;
export const swapStep = z.enum(SWAP_STEPS);
export type SwapStep = z.infer<typeof swapStep>;
