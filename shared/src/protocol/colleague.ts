import * as z from 'zod/mini';
import { seatId, staffId } from '../ids';
import { wireFrame } from './frame';

/** Namespace `/staff`: words between colleagues. The server carries each frame once, to who is there, and keeps none. */
export const colleagueRequests = {
  /**
   * One frame for a tab of a colleague; `seat` null: for the one opened last. `unknown-member`: that tab, or that
   * colleague, is not at the desk, and the frame is gone. `too-large`: longer than any frame is.
   */
  'colleague:send': {
    payload: z.object({ to: staffId, seat: z.nullable(seatId), frame: wireFrame }),
    reply: z.strictObject({}),
  },
} as const;

export const colleaguePushes = {
  /** A frame for this tab. Whose it is, the certificate inside says; `from` and `seat` tell where an answer goes. */
  'colleague:frame': z.object({ from: staffId, seat: seatId, frame: wireFrame }),
} as const;
