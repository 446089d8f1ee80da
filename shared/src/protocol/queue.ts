import * as z from 'zod/mini';
import { chatId, deskId, staffId } from '../ids';
import { answers } from './chat';

/** One waiting chat in the console's queue. */
export const queueItem = z.object({
  chat: chatId,
  version: z.number(),
  desk: deskId,
  answers,
  enteredAt: z.number(),
  /** 0 before 1; within a priority first in, first out. */
  priority: z.int(),
  /** 0 own desk, 1 everyone. */
  circle: z.int(),
  returning: z.boolean(),
  offeredTo: z.nullable(staffId),
  visitorConnected: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

export const offer = z.object({
  kind: z.enum(['queue', 'transfer']),
  item: queueItem,
  /** Who hands over, for a transfer. */
  from: z.nullable(z.object({ staffId, displayName: z.string(), desk: deskId })),
  expiresAt: z.number(),
});
export type Offer = z.infer<typeof offer>;

export const offerWithdrawn = z.object({
  chat: chatId,
  reason: z.enum(['claimed', 'expired', 'declined', 'left', 'cancelled']),
});
export type OfferWithdrawn = z.infer<typeof offerWithdrawn>;
