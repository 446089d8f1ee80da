import type { Instant, Milliseconds } from '../../units';
import { NOON } from '../../crypto/testing/organisation';

interface Planned {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

/** Virtual time: what is planned happens in order, and nothing else moves the hands. */
export class Clockwork {
  now: Instant = NOON;
  #planned: Planned[] = [];
  #order = 0;

  plan(after: Milliseconds, run: () => void): void {
    this.#planned.push({ at: this.now + after, order: this.#order++, run });
  }

  /** Lets everything happen up to this much later; between two steps signatures get their turn. */
  async pass(time: Milliseconds, wake: () => Instant): Promise<void> {
    const until = this.now + time;
    for (;;) {
      await settle();
      const woken = wake();
      const next = this.#next();
      const at = Math.min(next?.at ?? Number.POSITIVE_INFINITY, woken);
      if (at > until) break;
      this.now = Math.max(this.now, at);
      if (next && next.at <= at) {
        this.#planned.splice(this.#planned.indexOf(next), 1);
        next.run();
      }
    }
    this.now = until;
  }

  #next(): Planned | undefined {
    return this.#planned.reduce<Planned | undefined>(
      (first, other) =>
        !first || other.at < first.at || (other.at === first.at && other.order < first.order) ? other : first,
      undefined,
    );
  }
}

/** Promises that need no time. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
};
