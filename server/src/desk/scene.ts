import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Pool, SetName } from './lines';
import type { DeskPlan } from './plan';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';
import type { Load } from './wait';

/** How many names one look into a sorted set gives. */
export const PAGE = 8;

/**
 * What a rule may look at. A store answers from what it has fetched, and commits the decision only if all of it is
 * still so; the counts and sums below are exempt, being estimates.
 */
export type Scene = {
  readonly plan: DeskPlan;
  chat(chat: ChatId): ChatRecord | null;
  staff(staffId: StaffId): StaffRecord | null;
  deskRecord(desk: DeskId): DeskRecord | null;
  /** Who of the pool could be rung, fewest chats and idle longest first; PAGE names from that place on. */
  free(pool: Pool, from: number): readonly StaffId[];
  /** The chats of each of these lines that could ring, first come first; PAGE names of each from that place on. */
  waiting(lines: readonly SetName[], from: number): readonly (readonly ChatId[])[];
  /** How many wait at the desk, those that ring included. */
  queueLength(desk: DeskId): number;
  /** The next turn in the queue: unique, rising, not below the present time. */
  arrival(): number;
  load(): Load;
  /** How many chats entered without proof of work in the last FLOOD.window. */
  unprovenLately(): number;
  /** When this live state began; what was issued before may speak of chats it has lost. */
  memorySince(): Instant;
};
