import * as z from 'zod/mini';
import { chatId, staffId } from '../ids';
import { staffChat } from './chat';

const nothing = z.strictObject({});
const aboutChat = z.object({ chat: chatId });

/** Namespace `/staff`. */
export const consultRequests = {
  /** The counsellor of the chat asks this person to join it. */
  'consult:ask': { payload: z.object({ chat: chatId, staffId }), reply: staffChat },
  /** The counsellor takes the ask back or ends the consult; the person who joined, or is about to, leaves. */
  'consult:end': { payload: aboutChat, reply: nothing },
} as const;

export const consultPushes = {
  /** Nobody joins the chat of mine, or nobody is there beside me any longer. */
  'consult:over': z.object({
    chat: chatId,
    reason: z.enum(['declined', 'no-answer', 'visitor-refused', 'colleague-lost', 'left', 'sent-out']),
  }),
} as const;

/** Namespace `/visitor`. */
export const visitorConsultRequests = {
  /** The visitor's client has linked with the joining member, the counsellor being there as before. */
  'consult:complete': { payload: z.object({ epoch: z.uint32() }), reply: nothing },
  /** The visitor lets nobody join, or sends out who has. */
  'consult:end': { payload: nothing, reply: nothing },
} as const;
