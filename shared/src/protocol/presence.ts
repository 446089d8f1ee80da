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

/** A staff member as colleagues see her. */
export const staffPresence = z.object({
  staffId,
  version: z.number(),
  displayName: z.string(),
  role,
  desks: z.array(deskId),
  languages: z.array(language),
  presence,
  /** Since when the presence is what it is. */
  since: z.number(),
  capacity,
  /** Chats that count against the capacity: active, offered, in wrap-up. */
  chats: z.int(),
});
export type StaffPresence = z.infer<typeof staffPresence>;
