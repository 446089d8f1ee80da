import type { Instant } from '../units';

/**
 * Time for waiting: it goes on from where it was when the device's clock is put back, so that nothing that is due in a
 * moment becomes due in an hour. Certificates and messages carry the device's own time.
 */
export class SteadyClock {
  readonly #wall: () => Instant;
  #last: Instant;
  #ahead = 0;

  constructor(wall: () => Instant) {
    this.#wall = wall;
    this.#last = wall();
  }

  now(): Instant {
    const wall = this.#wall();
    if (wall < this.#last) this.#ahead += this.#last - wall;
    this.#last = wall;
    return wall + this.#ahead;
  }

  /** A moment of this clock as the device's clock has it. */
  wallOf(moment: Instant): Instant {
    return moment - this.#ahead;
  }
}
