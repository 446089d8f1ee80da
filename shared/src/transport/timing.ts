import { seconds } from '../units';

/** Waits of the transport. Milliseconds. */
export const TRANSPORT_TIMING = {
  /** A request without an answer for so long: the connection has gone silent. */
  answer: seconds(10),
  /** Before a refused request is made again. */
  retries: [500, seconds(1), seconds(2), seconds(4), seconds(8)],
  /** How long a request of a person waits for a connection before it is given up. */
  patience: seconds(20),
  /** A frame before a gap may still be on its way, in the answer to an own one. */
  gap: 300,
} as const;

export const TRANSPORT_LIMITS = {
  /** Ordered requests under way at once. */
  inFlight: 16,
  /** Answers that make no sense, one after the other, before a request is given up. */
  garbage: 5,
  /** Times a missing frame is asked for before it is left to the endpoints. */
  asksForGap: 3,
  /** Frames whose beginnings are remembered, to tell a repetition from a new ring. */
  remembered: 512,
} as const;
