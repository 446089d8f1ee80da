import * as z from 'zod/mini';
import { staffId } from '../ids';
import { day } from './contact-record';

const nothing = z.strictObject({});

/** Somebody would like to talk about a chat that was heavy. About which, and what was in it, is said face to face. */
export const debrief = z.object({
  staffId,
  displayName: z.string(),
  day,
  /** The supervisor who takes it on; null: nobody yet. */
  takenBy: z.nullable(z.object({ staffId, displayName: z.string() })),
});
export type Debrief = z.infer<typeof debrief>;

export const debriefRequests = {
  /** All for a supervisor; for anybody else, one's own. */
  'debrief:list': { payload: nothing, reply: z.object({ debriefs: z.array(debrief) }) },
  /** For myself; asking twice is asking once. */
  'debrief:ask': { payload: nothing, reply: nothing },
  'debrief:withdraw': { payload: nothing, reply: nothing },
  /** The first supervisor who takes it has it. */
  'debrief:take': { payload: z.object({ staffId }), reply: nothing },
  /** They have talked. */
  'debrief:done': { payload: z.object({ staffId }), reply: nothing },
} as const;

export const debriefPushes = {
  /** `debrief:list` says something else now. */
  'debriefs:changed': nothing,
} as const;
