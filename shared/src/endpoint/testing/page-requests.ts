import type { ErrorCode } from '../../protocol/errors';
import type { Milliseconds } from '../../units';
import type { Clockwork } from './clockwork';

interface Request {
  readonly ask: () => ErrorCode | null;
  readonly answer: (error: ErrorCode | null) => void;
}

/** What a page asks of the relay: in order, and again after a lost connection until it is answered. */
export class PageRequests {
  up = true;
  #open: Request[] = [];
  readonly #clock: Clockwork;
  readonly #latency: Milliseconds;
  #connection = 0;

  constructor(clock: Clockwork, latency: Milliseconds) {
    this.#clock = clock;
    this.#latency = latency;
  }

  send(ask: Request['ask'], answer: Request['answer']): void {
    const request = { ask, answer };
    this.#open.push(request);
    if (this.up) this.#put(request);
  }

  flush(): void {
    this.#connection += 1;
    for (const request of this.#open) this.#put(request);
  }

  reset(): void {
    this.#connection += 1;
    this.#open = [];
  }

  #put(request: Request): void {
    const connection = this.#connection;
    const alive = (): boolean => this.up && connection === this.#connection;
    this.#clock.plan(this.#latency, () => {
      if (!alive()) return;
      const error = request.ask();
      this.#clock.plan(this.#latency, () => {
        if (!alive() || !this.#open.includes(request)) return;
        this.#open = this.#open.filter((other) => other !== request);
        request.answer(error);
      });
    });
  }
}
