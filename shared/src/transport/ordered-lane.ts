import type { ErrorCode } from '../protocol/errors';
import type { Result } from '../result';
import type { CallError } from './messenger';
import { remedyOf, retryWait, type Session } from './session';
import type { Clock, SocketPort } from './socket-port';
import { TRANSPORT_LIMITS } from './timing';

interface Waiting {
  readonly ask: () => Promise<Result<unknown, CallError>>;
  readonly settle: (error: ErrorCode | null) => void;
  underWay: boolean;
  resumed: boolean;
  failures: number;
}

/**
 * Requests that reach the relay in the order they were made, several at once on one connection, and again in that
 * order after a lost one. Nothing is given up but what the relay refuses for good.
 */
export class OrderedLane {
  readonly #session: Session;
  readonly #clock: Clock;
  readonly #port: SocketPort;
  #waiting: Waiting[] = [];
  #held = false;

  constructor(session: Session, clock: Clock, port: SocketPort) {
    this.#session = session;
    this.#clock = clock;
    this.#port = port;
  }

  /** How many requests still lack an outcome. */
  get size(): number {
    return this.#waiting.length;
  }

  /** null: the relay has it. */
  submit(ask: Waiting['ask']): Promise<ErrorCode | null> {
    return new Promise((settle) => {
      this.#waiting.push({ ask, settle, underWay: false, resumed: false, failures: 0 });
      this.pump();
    });
  }

  /** The session is up, or there is room: sends what waits. */
  pump(): void {
    if (this.#held || !this.#session.up) return;
    const open = this.#waiting.slice(0, TRANSPORT_LIMITS.inFlight);
    for (const request of open) if (!request.underWay) void this.#send(request);
  }

  /** The relay will not have us back: nothing that waits can reach it. */
  refuse(error: ErrorCode): void {
    for (const { settle } of this.#waiting.splice(0)) settle(error);
  }

  async #send(request: Waiting): Promise<void> {
    request.underWay = true;
    const { generation } = this.#session;
    const result = await request.ask();
    request.underWay = false;
    if (!this.#waiting.includes(request)) return;
    if (result.ok) this.#settle(request, null);
    else this.#failed(request, result.error, generation);
  }

  #settle(request: Waiting, error: ErrorCode | null): void {
    this.#waiting = this.#waiting.filter((other) => other !== request);
    request.settle(error);
    this.pump();
  }

  #failed(request: Waiting, error: CallError, generation: number): void {
    request.failures += 1;
    const remedy = remedyOf(error);
    const garbled = error === 'garbage' && request.failures >= TRANSPORT_LIMITS.garbage;
    if (garbled) {
      this.#settle(request, 'internal');
    } else if (remedy === 'final' || (remedy === 'resume' && request.resumed)) {
      this.#settle(request, error as ErrorCode);
    } else if (remedy === 'resume') {
      request.resumed = true;
      this.#session.forgotten(generation);
      this.pump();
    } else if (remedy === 'reconnect') {
      this.#port.reconnect();
    } else if (remedy === 'retry') {
      this.#holdFor(retryWait(request.failures - 1));
    }
  }

  /** What comes after a refused request waits with it, so that the order stays. */
  #holdFor(wait: number): void {
    this.#held = true;
    this.#clock.after(wait, () => {
      this.#held = false;
      this.pump();
    });
  }
}
