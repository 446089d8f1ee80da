import type { Instant } from '../units';
import { ENDPOINT_TIMING } from './timing';

/** Spaces attempts at something a relay can provoke, so that it cannot make an endpoint spin. */
export class Attempts {
  #count = 0;
  #notBefore: Instant = 0;
  #begunAt: Instant = 0;

  get count(): number {
    return this.#count;
  }

  get notBefore(): Instant {
    return this.#notBefore;
  }

  begin(now: Instant): void {
    const waits = ENDPOINT_TIMING.attempts;
    this.#count += 1;
    this.#begunAt = now;
    this.#notBefore = now + (waits[Math.min(this.#count, waits.length - 1)] ?? 0);
  }

  /** What came of the last attempt at `since` has held long enough to start counting afresh. */
  settled(since: Instant, now: Instant): void {
    if (since >= this.#begunAt && now - since >= ENDPOINT_TIMING.settled) this.#count = 0;
  }

  /** A person asked for it, or somebody else is at the other end: at once. */
  reset(): void {
    this.#count = 0;
    this.#notBefore = 0;
  }
}
