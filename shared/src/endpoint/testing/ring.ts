import { decodePrefixText, SENDER } from '../../crypto/frame';
import { must } from '../../crypto/testing/organisation';
import type { ErrorCode } from '../../protocol/errors';
import type { SeatId } from '../../ids';

export interface Stored {
  readonly seq: number;
  readonly frame: string;
  /** The seat of a staff frame's sender or of a visitor frame's reader. */
  readonly seat: SeatId;
  readonly fromVisitor: boolean;
}

const nameOf = (frame: string): string => {
  const { epoch, number, sender, type } = must(decodePrefixText(frame));
  return [epoch, sender, type, number].join(' ');
};

/** The relay's frames of one chat. */
export class Ring {
  #stored: Stored[] = [];
  #names = new Map<string, number>();
  #last = 0;
  readonly seatOfEpoch = new Map<number, SeatId>();

  /** Undefined for a repetition, and for an epoch nobody holds. */
  put(given: string, passedOn = given): Stored | ErrorCode | 'known' {
    const prefix = must(decodePrefixText(given));
    const seat = this.seatOfEpoch.get(prefix.epoch);
    if (!seat) return this.seatOfEpoch.size === 0 ? 'unknown-chat' : 'unknown-epoch';
    const name = nameOf(given);
    if (this.#names.has(name)) return 'known';
    return this.append(passedOn, seat, prefix.sender === SENDER.visitor, name);
  }

  append(frame: string, seat: SeatId, fromVisitor: boolean, name: string): Stored {
    const stored = { seq: ++this.#last, frame, seat, fromVisitor };
    this.#names.set(name, stored.seq);
    this.#stored.push(stored);
    return stored;
  }

  since(seq: number): readonly Stored[] {
    return this.#stored.filter((stored) => stored.seq > seq);
  }

  get all(): readonly Stored[] {
    return this.#stored;
  }

  /** The frames alone, as when they fall out of the ring. */
  forgetFrames(): void {
    this.#stored = [];
    this.#names = new Map();
  }

  /** As a live state that lost its memory: no frames and no links until the next one is opened. */
  forget(): void {
    this.forgetFrames();
    this.seatOfEpoch.clear();
  }
}
