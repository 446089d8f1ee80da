import type { ErrorCode } from '../protocol/errors';

export type Outcome = (error: ErrorCode | null) => void;

/** Numbers what the page is asked to do at the relay, and gives each outcome to who asked. */
export class RelayRequests<Event extends string> {
  #last = 0;
  readonly #waiting = new Map<number, Outcome>();
  readonly #ask: (token: number, event: Event, payload: unknown) => void;

  constructor(ask: (token: number, event: Event, payload: unknown) => void) {
    this.#ask = ask;
  }

  submit(event: Event, payload: unknown, outcome: Outcome): void {
    const token = ++this.#last;
    this.#waiting.set(token, outcome);
    this.#ask(token, event, payload);
  }

  settle(token: number, error: ErrorCode | null): void {
    const outcome = this.#waiting.get(token);
    this.#waiting.delete(token);
    outcome?.(error);
  }

  /** Outcomes that are still to come concern nobody any more. */
  forget(): void {
    this.#waiting.clear();
  }
}
