import type { Instant } from '../units';
import { ENDPOINT_TIMING } from './timing';

/** Thins out the own typing marks: on, repeated while it lasts, off. */
export class OwnTyping {
  #onSince: Instant | null = null;

  /** True when the mark is worth a frame. */
  set(on: boolean, now: Instant): boolean {
    if (!on) {
      const was = this.#onSince !== null;
      this.#onSince = null;
      return was;
    }
    if (this.#onSince !== null && now - this.#onSince < ENDPOINT_TIMING.typingRepeat) return false;
    this.#onSince = now;
    return true;
  }

  /** The message itself says that typing is over. */
  wrote(): void {
    this.#onSince = null;
  }
}

/** The peer's typing mark, forgotten when it is not repeated. */
export class PeerTyping {
  #until: Instant | null = null;

  heard(on: boolean, now: Instant): void {
    this.#until = on ? now + ENDPOINT_TIMING.typingForgotten : null;
  }

  wrote(): void {
    this.#until = null;
  }

  isOn(now: Instant): boolean {
    return this.#until !== null && now < this.#until;
  }

  due(now: Instant): Instant | null {
    return this.#until !== null && now < this.#until ? this.#until : null;
  }
}
