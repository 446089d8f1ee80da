import * as z from 'zod/mini';
import { chatId, type DeskId, deskId, staffId } from '../ids';
import { answers } from './chat';
import type { OnDuty } from './presence';

/** Whom a chat may ring at, and who may take it by hand. */
export const reach = z.object({
  desks: z.array(deskId),
  everyone: z.boolean(),
  standby: z.boolean(),
  /** Until then only at those who speak the visitor's language. */
  anyLanguage: z.boolean(),
});
export type Reach = z.infer<typeof reach>;

/** One waiting chat in the console's queue. */
export const queueItem = z.object({
  chat: chatId,
  version: z.number(),
  desk: deskId,
  answers,
  enteredAt: z.number(),
  /** 0 before 1; within a priority first in, first out. */
  priority: z.int(),
  reach,
  returning: z.boolean(),
  offeredTo: z.nullable(staffId),
  visitorConnected: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

/** Whether the chat has come as far as her. What reaches everyone, anyone may take by hand, on duty or not. */
export function reaches(
  { desks, everyone, standby }: Pick<Reach, 'everyone' | 'standby'> & { readonly desks: readonly DeskId[] },
  duty: Pick<OnDuty, 'kind'> & { readonly desks: readonly DeskId[] },
): boolean {
  if (everyone || (standby && duty.kind === 'standby')) return true;
  return duty.kind === 'duty' && duty.desks.some((desk) => desks.includes(desk));
}

export const offer = z.object({
  kind: z.enum(['queue', 'transfer', 'consult']),
  item: queueItem,
  /** Who hands over, or asks to join. */
  from: z.nullable(z.object({ staffId, displayName: z.string(), desk: deskId })),
  expiresAt: z.number(),
});
export type Offer = z.infer<typeof offer>;

export const offerWithdrawn = z.object({
  chat: chatId,
  reason: z.enum(['claimed', 'expired', 'declined', 'left', 'cancelled']),
});
export type OfferWithdrawn = z.infer<typeof offerWithdrawn>;
