import type { ChatId, DeskId, SeatId, StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Offer, QueueItem } from '@haven/shared/protocol/queue';
import type { Result } from '@haven/shared/result';
import { type Instant, type Milliseconds, seconds } from '@haven/shared/units';
import type { Command, DeadlineCommand, DeskCommand } from '../desk/commands';
import type { ChatSight, DeskFact, DeskStatus } from '../desk/facts';
import type { ChatRecord, ConnectionId, DeskRecord, StaffRecord } from '../desk/records';

/**
 * What a command came to. `chat`, for a command about a chat, is as the last fact about it says; `staff` is for the
 * other commands. null: there is none (any more), or it could not be read once the command was done.
 */
export type Outcome = {
  readonly facts: readonly DeskFact[];
  readonly chat: ChatSight | null;
  readonly staff: StaffRecord | null;
};

/** All a console shows; the edges add the capabilities. `queue` holds the first QUEUE_SHOWN chats in their order. */
export type DeskOverview = {
  readonly self: StaffRecord;
  readonly staff: readonly StaffRecord[];
  readonly queue: readonly QueueItem[];
  readonly chats: readonly ChatSight[];
  readonly offers: readonly Offer[];
};

/** Every record at one moment. `revision` names that state of the desk: a later one has another. */
export type DeskRecords = {
  readonly revision: string;
  readonly chats: readonly ChatRecord[];
  readonly staff: readonly StaffRecord[];
  readonly desks: readonly DeskRecord[];
};

/** More waiting chats than a person reads; the rest follow as the first ones leave. */
export const QUEUE_SHOWN = 200;

/** So many of those first in a desk's queue are told at once when they move up; the others learn it when they look. */
export const MOVED_UP = 5;
/** So many of those who wait are told at once that the service closed or opened; the others learn it when they look. */
export const TOLD_OF_DUTY = 50;

/** A deadline that was taken comes back after this time, unless its command was executed. */
export const HIDDEN: Milliseconds = seconds(10);

export type VisitorLease = { readonly chat: ChatId; readonly connection: ConnectionId };
export type SeatLease = {
  readonly staffId: StaffId;
  readonly seat: SeatId;
  readonly connection: ConnectionId;
};
export type Leases = { readonly visitors: readonly VisitorLease[]; readonly seats: readonly SeatLease[] };

export type DueCommand = DeadlineCommand | Command<'visitor-disconnected'> | Command<'seat-left'>;

/**
 * The duty desk's live state. Every method answers `unavailable` when the state cannot be reached; then nothing, or
 * everything, of a command has happened, and sending it again is safe.
 */
export type DeskStore = {
  /**
   * Decides and commits as one step, then looks for counsellors for the chats, and chats for the counsellors, that
   * the command set free. The facts are for the caller to send.
   */
  execute(command: DeskCommand, now: Instant): Promise<Result<Outcome, ErrorCode>>;
  /** Error `unknown-seat` when this staff member has not entered. */
  overview(staffId: StaffId, now: Instant): Promise<Result<DeskOverview, ErrorCode>>;
  /** Error `unknown-chat`. */
  chat(chat: ChatId): Promise<Result<ChatSight, ErrorCode>>;
  /** Error `unknown-seat`. */
  staff(staffId: StaffId): Promise<Result<StaffRecord, ErrorCode>>;
  /**
   * Says that these connections of the caller's are alive, for TIMING.lease. One that is missing was given up, was
   * replaced by another connection or has been forgotten: ask its peer to enter or resume again.
   */
  renewLeases(alive: Leases, now: Instant): Promise<Result<Leases, ErrorCode>>;
  /** Deadlines and ended leases that are due, at most `limit`, hidden from other takers until they are executed. */
  takeDue(now: Instant, limit: number): Promise<Result<readonly DueCommand[], ErrorCode>>;
  /** What holds for the desks besides their plan; those for which nothing does are missing. */
  desks(): Promise<Result<readonly DeskRecord[], ErrorCode>>;
  /** The chats that wait or ring at a desk, in their order. */
  queued(desk: DeskId): Promise<Result<readonly ChatId[], ErrorCode>>;
  /** Everybody there is a record of. */
  everybody(): Promise<Result<readonly StaffId[], ErrorCode>>;
  /** For those who watch the whole; null when the desk is still as at `seen`, which costs next to nothing. */
  records(seen: string | null): Promise<Result<DeskRecords | null, ErrorCode>>;
  status(now: Instant): Promise<Result<DeskStatus, ErrorCode>>;
  close(): Promise<void>;
};
