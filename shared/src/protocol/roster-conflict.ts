import * as z from 'zod/mini';
import { staffId } from '../ids';

const span = z.object({ from: z.int(), until: z.int() });
const about = { staffId, shift: z.string(), time: span };
/** The earlier one of the two. */
const other = { with: z.string(), withTime: span };

/** Why a shift cannot stand, or should not. */
export const conflict = z.discriminatedUnion('kind', [
  /** The same person is booked elsewhere at the same time. */
  z.object({ kind: z.literal('double-booking'), ...about, ...other }),
  /** The person does not work here any more, or takes no chats. */
  z.object({ kind: z.literal('left'), ...about }),
  /** A warning: less than eleven hours since the shift before. */
  z.object({ kind: z.literal('short-rest'), ...about, ...other, rest: z.number() }),
]);
export type Conflict = z.infer<typeof conflict>;
