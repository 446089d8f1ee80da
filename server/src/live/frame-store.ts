import type { ChatId, SeatId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Replay } from '@haven/shared/protocol/frame';
import type { Result } from '@haven/shared/result';
import { hours, type Instant, type Milliseconds } from '@haven/shared/units';

/** An end of links: the visitor's client, or a seat. */
export type LinkEnd = 'visitor' | SeatId;

/** A frame on its way to whoever it is for; `seq` is its place in the ring of its chat. */
export type RelayedFrame = {
  readonly chat: ChatId;
  readonly to: LinkEnd;
  readonly seq: number;
  readonly frame: string;
};

/** Who may use links now, by a version of the chat that only rises. Links of other seats are closed, for good. */
export type ChatLinks = {
  readonly chat: ChatId;
  readonly version: number;
  readonly seats: readonly SeatId[];
  readonly ended: boolean;
};

/** A ring that nobody writes to for so long is given up, in case its chat's end went unnoticed. */
export const RING_IDLE_AT_MOST: Milliseconds = hours(2);

/** Frames that are older than the ring is long are dropped so many at a time; the ring holds a few more meanwhile. */
export const EVICT_EVERY = 64;

/**
 * The first characters of a frame: version, suite, type, sender, epoch and number. They name it within its chat, so a
 * frame that begins like one in the ring is a duplicate of it.
 */
export const NAME_CHARACTERS = 16;

/**
 * The frames of running chats, opaque, in a bounded ring per chat. Every method answers `unavailable` when the live
 * state cannot be reached; sending again is safe then.
 */
export type FrameStore = {
  /**
   * Opens the link `epoch` to `seat` and stores its hello. The same hello again gets the number it has. A ring that
   * does not exist is made: from 1 for the chat's first link, and from the present milliseconds for a later one,
   * whose ring was lost, so that numbers rise across the loss.
   */
  openLink(
    links: ChatLinks,
    link: { readonly epoch: number; readonly seat: SeatId; readonly frame: string },
  ): Promise<Result<number, ErrorCode>>;
  /**
   * Stores a frame of an open link and passes it on to the other end; gives its number. A duplicate changes nothing
   * and gets the number it has.
   */
  append(chat: ChatId, epoch: number, from: LinkEnd, frame: string): Promise<Result<number, ErrorCode>>;
  /** Frames to this end after `seen`, one page. */
  replay(chat: ChatId, to: LinkEnd, seen: number): Promise<Result<Replay, ErrorCode>>;
  setLinks(links: ChatLinks): Promise<Result<null, ErrorCode>>;
  forget(chat: ChatId): Promise<Result<null, ErrorCode>>;
  /** From when this resolves, every new frame of the chat comes to the listener of this node, in order. */
  watch(chat: ChatId): Promise<Result<null, ErrorCode>>;
  unwatch(chat: ChatId): void;
  onFrame(listener: (relayed: RelayedFrame) => void): void;
  /** Drops rings past their time, where the store does not do so by itself. */
  sweep(now: Instant): void;
};
