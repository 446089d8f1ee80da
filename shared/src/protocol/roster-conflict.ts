import * as z from 'zod/mini';
import { staffId } from '../ids';

const about = { staffId, shift: z.string() };

/** Why a shift cannot stand, or should not. */
export const conflict = z.discriminatedUnion('kind', [
  /** The same person is booked elsewhere at the same time. */
  z.object({ kind: z.literal('double-booking'), ...about, with: z.string() }),
  /** The person does not work here any more. */
  z.object({ kind: z.literal('left'), ...about }),
  /** A warning: less than eleven hours since the shift before. */
  z.object({ kind: z.literal('short-rest'), ...about, with: z.string(), rest: z.number() }),
]);
export type Conflict = z.infer<typeof conflict>;
