import * as z from 'zod/mini';
import { deskId, staffId } from '../ids';
import { LIMITS } from './limits';
import { language } from './organisation';

export const PRESENCES = ['available', 'busy', 'pause', 'away'] as const;
export const presence = z.enum(PRESENCES);
export type Presence = z.infer<typeof presence>;

export const ROLES = ['counsellor', 'supervisor', 'administrator'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const capacity = z.int().check(z.minimum(1), z.maximum(LIMITS.chatsPerCounsellor));

/** What the roster says of a staff member now. */
export const onDuty = z.object({
  /** duty: is rung for `desks`. standby: for what reaches the standby. off: for nothing. */
  kind: z.enum(['duty', 'standby', 'off']),
  desks: z.array(deskId),
  /** The end of the shift; null without one. */
  until: z.nullable(z.number()),
  /** The shift is about to end: no new offers, time to hand over. */
  ending: z.boolean(),
});
export type OnDuty = z.infer<typeof onDuty>;

/** A staff member as colleagues see her. */
export const staffPresence = z.object({
  staffId,
  version: z.number(),
  displayName: z.string(),
  role,
  desks: z.array(deskId),
  languages: z.array(language),
  duty: onDuty,
  presence,
  /** Some tab of hers is open; who is away may be there, or gone. */
  there: z.boolean(),
  /** Since when the presence is what it is. */
  since: z.number(),
  capacity,
  /** Chats that count against the capacity: active, offered, in wrap-up. */
  chats: z.int(),
});
export type StaffPresence = z.infer<typeof staffPresence>;
