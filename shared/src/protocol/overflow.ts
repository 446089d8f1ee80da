import * as z from 'zod/mini';
import { deskId } from '../ids';
import { hours, type Milliseconds } from '../units';
import { LIMITS, TIMING } from './limits';

/** Counted from the chat's arrival in the queue, in milliseconds. */
const after = z.int().check(z.minimum(0), z.maximum(hours(1)));

/** What happens to a chat that still waits so long after it joined the queue. */
export const overflowStep = z.discriminatedUnion('does', [
  /** From now on the chat may ring at the counsellors of these desks too, whatever their language. */
  z.object({
    does: z.literal('reach-desks'),
    after,
    desks: z.array(deskId).check(z.minLength(1), z.maxLength(LIMITS.desks)),
  }),
  z.object({ does: z.literal('reach-everyone'), after }),
  z.object({ does: z.literal('alert-standby'), after }),
  /** The visitor is told that it takes longer, and which alternatives there are. */
  z.object({ does: z.literal('tell-visitor'), after }),
]);
export type OverflowStep = z.infer<typeof overflowStep>;

/** The steps of a desk that has not set its own. */
export const USUAL_OVERFLOW: readonly OverflowStep[] = [
  { after: TIMING.widen, does: 'reach-everyone' },
  { after: TIMING.tellVisitor, does: 'tell-visitor' },
];

/** What a list of steps may be: each thing that happens once happens once, and never before the one above it. */
export function overflowFault(steps: readonly OverflowStep[]): 'too-many' | 'not-in-order' | 'twice' | null {
  if (steps.length > LIMITS.overflowSteps) return 'too-many';
  const times = steps.map((step): Milliseconds => step.after);
  if (times.some((time, index) => time < (times[index - 1] ?? 0))) return 'not-in-order';
  const once = steps.map((step) => step.does).filter((does) => does !== 'reach-desks');
  return new Set(once).size < once.length ? 'twice' : null;
}
