import { chatId, deskId } from '@haven/shared/ids';
import { answers, member, safetyLevel } from '@haven/shared/protocol/chat';
import * as z from 'zod/mini';
import { PRIORITY, type ChatSnapshot } from '../desk/records';

const moment = z.number();

/** A node of another version may have issued the capability: what it kept is looked at before it is believed. */
export const chatSnapshot: z.ZodMiniType<ChatSnapshot> = z.object({
  chat: chatId,
  version: z.number(),
  desk: deskId,
  answers,
  enteredAt: moment,
  claimedAt: z.nullable(moment),
  proven: z.boolean(),
  arrival: z.number(),
  priority: z.union([z.literal(PRIORITY.returning), z.literal(PRIORITY.usual), z.literal(PRIORITY.flood)]),
  returning: z.boolean(),
  epoch: z.uint32(),
  safety: z.nullable(safetyLevel),
  counsellor: z.nullable(z.omit(member, { role: true })),
  joined: z.nullable(z.omit(member, { role: true })),
  ended: z.boolean(),
});
