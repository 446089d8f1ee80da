import type { Instant, Milliseconds } from '../units';
import { ENDPOINT_TIMING } from './timing';

/** When unanswered frames are handed over again. Time without a connection does not count. */
export class Retry {
  #up: boolean;
  #at: Instant | null = null;
  #wait: Milliseconds = ENDPOINT_TIMING.firstRetry;
  #waitingSince: Instant | null = null;

  constructor(up: boolean) {
    this.#up = up;
  }

  get up(): boolean {
    return this.#up;
  }

  /** null while nothing waits for an answer. */
  get at(): Instant | null {
    return this.#at;
  }

  connection(up: boolean, now: Instant): void {
    this.#up = up;
    this.#wait = ENDPOINT_TIMING.firstRetry;
    if (this.#at === null) return;
    this.#at = now + this.#wait;
    this.#waitingSince = now;
  }

  sent(now: Instant): void {
    this.#at ??= now + this.#wait;
    this.#waitingSince ??= now;
  }

  progress(waitsForMore: boolean, now: Instant): void {
    this.#wait = ENDPOINT_TIMING.firstRetry;
    this.#at = waitsForMore ? now + this.#wait : null;
    this.#waitingSince = waitsForMore ? now : null;
  }

  /** True once for every time it becomes due; the next wait is twice as long. */
  due(now: Instant): boolean {
    if (this.#at === null || now < this.#at) return false;
    this.#wait = Math.min(this.#wait * 2, ENDPOINT_TIMING.longestRetry);
    this.#at = now + this.#wait;
    return true;
  }

  /** How long the peer has answered nothing of what waits for an answer. */
  silentFor(now: Instant): Milliseconds {
    return this.#waitingSince === null ? 0 : now - this.#waitingSince;
  }
}
