import * as z from 'zod/mini';
import { LIMITS } from './limits';

/**
 * One frame as it travels: base64url without padding. Opaque to the relay but for the first 28 bytes
 * (see docs/protocol.md, "Prefix").
 */
export const wireFrame = z
  .string()
  .check(z.minLength(64), z.maxLength(LIMITS.frameCharacters), z.regex(/^[A-Za-z0-9_-]+$/));

/** A frame in the relay's ring of a chat. `seq` rises by one for every frame of the chat, from 1. */
export const storedFrame = z.object({ seq: z.int().check(z.positive()), frame: wireFrame });
export type StoredFrame = z.infer<typeof storedFrame>;

export const seen = z.int().check(z.nonnegative());

/** Frames after the sequence number asked for. */
export const replay = z.object({
  frames: z.array(storedFrame),
  /** Ask again from here when `more`. */
  upTo: seen,
  more: z.boolean(),
  /** Frames before the first one given have already fallen out of the ring; the endpoints fill the gap. */
  gap: z.boolean(),
});
export type Replay = z.infer<typeof replay>;
