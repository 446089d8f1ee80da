import * as z from 'zod/mini';
import { chatId, staffId } from '../ids';

const nothing = z.strictObject({});

/** For how long, in hours. */
export const BLOCK_HOURS = [1, 24, 168] as const;

/** Kept in the audit log, so never about who somebody is. */
const reason = z.string().check(z.minLength(3), z.maxLength(300));
/** Stands for a block, and for nothing else. */
const handle = z.string().check(z.maxLength(16));

export const block = z.object({
  handle,
  at: z.number(),
  until: z.number(),
  by: staffId,
  reason: z.string(),
});
export type Block = z.infer<typeof block>;

export const blockRequests = {
  /** By whoever is the chat's counsellor; by a supervisor also while it waits, and then the chat ends. */
  'block:set': {
    payload: z.object({ chat: chatId, hours: z.literal([...BLOCK_HOURS]), reason }),
    reply: z.object({ until: z.number() }),
  },
  'block:list': { payload: nothing, reply: z.object({ blocks: z.array(block) }) },
  'block:lift': { payload: z.object({ handle }), reply: nothing },
} as const;
