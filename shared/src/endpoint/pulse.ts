import { type Instant, seconds } from '../units';

/** Not everything that waits for time to pass names its moment; a second is soon enough for the rest. */
const EVERY = seconds(1);
/** What stays due after a tick waits for something else than time, and must not make its caller spin. */
const AT_LEAST = 50;

/** When an endpoint wants to be told the time next. */
export class Pulse {
  readonly #now: () => Instant;
  #last: Instant;

  constructor(now: () => Instant) {
    this.#now = now;
    this.#last = now();
  }

  beat(): void {
    this.#last = this.#now();
  }

  next(moments: readonly (Instant | null)[]): Instant {
    const named = moments.filter((moment) => moment !== null);
    return Math.max(this.#last + AT_LEAST, Math.min(this.#last + EVERY, ...named));
  }
}
