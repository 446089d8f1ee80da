import type { Milliseconds } from '../../units';
import type { Clock } from '../socket-port';

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** Time that passes only when a test lets it. */
export class VirtualClock implements Clock {
  #now = 1_000_000;
  #order = 0;
  readonly #planned = new Set<Planned>();

  now(): number {
    return this.#now;
  }

  after(delay: Milliseconds, callback: () => void): () => void {
    const planned = { at: this.#now + delay, order: this.#order++, callback };
    this.#planned.add(planned);
    return () => void this.#planned.delete(planned);
  }

  async pass(time: Milliseconds): Promise<void> {
    const until = this.#now + time;
    for (;;) {
      await settle();
      const next = [...this.#planned].toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next || next.at > until) break;
      this.#planned.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = until;
  }
}

/** Lets every promise that needs no time come to its end. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
