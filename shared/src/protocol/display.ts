import * as z from 'zod/mini';
import { board, boardPushes } from './board';
import { organisation } from './organisation';

const nothing = z.strictObject({});
const id = z.string().check(z.maxLength(64));

export const DISPLAY_NAME_CHARACTERS = 40;
const displayName = z.string().check(z.trim(), z.minLength(1), z.maxLength(DISPLAY_NAME_CHARACTERS));

/** A screen on a wall, or the link that one will be opened with. */
const display = z.object({
  id,
  name: z.string(),
  /** Who made it; null when she works here no longer. */
  madeBy: z.nullable(z.string()),
  madeAt: z.number(),
  /** Null: its link was not opened yet. */
  seenAt: z.nullable(z.number()),
  /** Until when the link can be opened; null once it was. */
  linkUntil: z.nullable(z.number()),
});
export type Display = z.infer<typeof display>;

/** What supervisors do about displays. */
export const displayStaffRequests = {
  'display:list': { payload: nothing, reply: z.object({ displays: z.array(display), now: z.number() }) },
  /** The path is told once, and is good once, for a few minutes. */
  'display:make': {
    payload: z.object({ name: displayName }),
    reply: z.object({ id, path: z.string(), until: z.number() }),
  },
  /** Its screen is told and cut off, on every node. */
  'display:end': { payload: z.object({ id }), reply: nothing },
} as const;

/**
 * Namespace `/display`, from a screen on a wall. This is all that it can ask for. Its board has people without names,
 * and says of nobody when her shift or her last pause ended.
 */
export const displayRequests = {
  'board:watch': { payload: nothing, reply: z.object({ board, organisation }) },
} as const;

export const displayPushes = {
  ...boardPushes,
  /** What anybody may know of the organisation has changed. */
  'organisation:changed': organisation,
  /** This display was ended. */
  'signed-out': nothing,
  'node:leaving': nothing,
} as const;

/** `POST /console/api/display`: the one-time token of the link. Answers with the display's cookie. */
export const displayOpenRequest = z.object({ token: z.string().check(z.maxLength(512)) });
