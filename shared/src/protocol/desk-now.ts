import * as z from 'zod/mini';
import { deskId } from '../ids';

/** A desk as consoles see it at this moment, besides its chats and its people. */
export const deskNow = z.object({
  desk: deskId,
  version: z.number(),
  /** A supervisor opened its overflow. */
  opened: z.boolean(),
  /** A supervisor paused its intake. */
  paused: z.boolean(),
  /** When its standby was last alerted. */
  alerted: z.nullable(z.number()),
  /** The roster has nobody on duty for it: its chats reach the general desk. */
  hole: z.boolean(),
  /** New chats come to it: it is open, and its intake is not paused. */
  takes: z.boolean(),
});
export type DeskNow = z.infer<typeof deskNow>;

/** That the standby of a desk is needed. */
export const standbyAlert = z.object({
  desk: deskId,
  waiting: z.int(),
  /** How long the first of them has waited, in milliseconds. */
  longest: z.number(),
});
export type StandbyAlert = z.infer<typeof standbyAlert>;
