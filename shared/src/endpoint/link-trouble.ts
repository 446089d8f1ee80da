import type { Instant, Milliseconds } from '../units';
import type { LinkFault } from './conversation';
import { ENDPOINT_TIMING } from './timing';

/** What speaks against a link: frames that would not open, frames that never came, a relay that refuses. */
export class LinkTrouble {
  /** The highest number a refused frame claimed beyond what was read; 0: none. */
  #alteredNumber = 0;
  #alteredSince: Instant | null = null;
  #gapSince: Instant | null = null;
  refused = false;

  /** A frame was altered and refused, and no good one has come since. */
  get altered(): boolean {
    return this.#alteredSince !== null;
  }

  wouldNotOpen(number: number, contiguous: number, now: Instant): void {
    if (number > contiguous) this.#alteredNumber = Math.max(this.#alteredNumber, number);
    this.#alteredSince ??= now;
  }

  /** A good frame with content that made no sense. */
  madeNoSense(now: Instant): void {
    this.#alteredSince ??= now;
  }

  read(contiguous: number, hasGap: boolean, now: Instant): void {
    if (contiguous >= this.#alteredNumber) {
      this.#alteredSince = null;
      this.#alteredNumber = 0;
    }
    this.#gapSince = hasGap ? (this.#gapSince ?? now) : null;
  }

  /** Why the link should be replaced, if it should. `silentFor`: how long the peer has acknowledged nothing. */
  fault(up: boolean, silentFor: Milliseconds, now: Instant): LinkFault | null {
    const longer = (since: Instant | null, than: Milliseconds): boolean =>
      since !== null && now - since > than;
    if (this.#alteredNumber > 0 && longer(this.#alteredSince, ENDPOINT_TIMING.alteredPatience))
      return 'altered';
    if (!up) return null;
    if (this.refused || silentFor > ENDPOINT_TIMING.silence) return 'no-answer';
    return longer(this.#gapSince, ENDPOINT_TIMING.silence) ? 'altered' : null;
  }
}
