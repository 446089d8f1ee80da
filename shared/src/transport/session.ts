import { ERRORS, type ErrorCode } from '../protocol/errors';
import { err, type Result } from '../result';
import type { CallError } from './messenger';
import type { Milliseconds } from '../units';
import type { Clock, SocketPort } from './socket-port';
import { TRANSPORT_LIMITS, TRANSPORT_TIMING } from './timing';

/** What is to be done about an outcome. */
export const remedyOf = (error: CallError): 'retry' | 'resume' | 'final' | 'reconnect' | 'wait' => {
  if (error === 'no-answer') return 'reconnect';
  if (error === 'disconnected') return 'wait';
  if (error === 'garbage') return 'retry';
  const { remedy } = ERRORS[error];
  return remedy === 'retry' || remedy === 'resume' ? remedy : 'final';
};

export const retryWait = (failures: number): number =>
  TRANSPORT_TIMING.retries[Math.min(failures, TRANSPORT_TIMING.retries.length - 1)] ?? 0;

export interface SessionDeps {
  readonly port: SocketPort;
  readonly clock: Clock;
  /** Presents who we are on a new connection; null while there is nothing to present. */
  readonly establish: () => Promise<Result<unknown, CallError>> | null;
  readonly onUp: () => void;
  readonly onDown: () => void;
  /** The relay will not have us back. */
  readonly onRefused: (error: ErrorCode) => void;
}

/** A connection on which the relay knows who we are, made again whenever it is lost. */
export class Session {
  readonly #deps: SessionDeps;
  #up = false;
  #closed = false;
  /** Every connection and every new beginning on it has a number; what belongs to an older one counts no more. */
  #generation = 0;
  #failures = 0;
  readonly #waiting = new Set<{ readonly anonymous: boolean; readonly done: (up: boolean) => void }>();

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    deps.port.onConnect(() => {
      this.#release(true);
      this.again();
    });
    deps.port.onDisconnect(() => this.#down());
  }

  get up(): boolean {
    return this.#up;
  }

  /** Names the present connection, and the present beginning on it. */
  get generation(): number {
    return this.#generation;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Presents ourselves again; until then nothing else is asked. */
  again(): void {
    if (this.#closed) return;
    const generation = ++this.#generation;
    this.#setDown();
    const attempt = this.#deps.port.connected ? this.#deps.establish() : null;
    if (!attempt) return;
    void attempt.then((result) => {
      if (generation !== this.#generation || this.#closed) return;
      if (result.ok) this.#setUp();
      else this.#failed(result.error, generation);
    });
  }

  /** The relay has forgotten us since `generation` began; whoever notices it later changes nothing. */
  forgotten(generation: number): void {
    if (generation === this.#generation && this.#up) this.again();
  }

  /**
   * True once the session is up, or, for what may be asked by anybody, once there is a connection; false when
   * `patience` ran out or the session was closed.
   */
  ready(patience: Milliseconds, anonymous: boolean): Promise<boolean> {
    if (this.#up || (anonymous && this.#deps.port.connected)) return Promise.resolve(!this.#closed);
    if (this.#closed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const done = (up: boolean): void => {
        cancel();
        if (this.#waiting.delete(waiting)) resolve(up);
      };
      const waiting = { anonymous, done };
      const cancel = this.#deps.clock.after(patience, () => done(false));
      this.#waiting.add(waiting);
    });
  }

  close(): void {
    this.#closed = true;
    this.#down();
    for (const { done } of this.#waiting) done(false);
    this.#deps.port.close();
  }

  #failed(error: CallError, generation: number): void {
    switch (remedyOf(error)) {
      case 'wait':
        return;
      case 'reconnect':
        this.#deps.port.reconnect();
        return;
      case 'retry': {
        const wait = retryWait(this.#failures++);
        const garbled = error === 'garbage' && this.#failures >= TRANSPORT_LIMITS.garbage;
        this.#deps.clock.after(wait, () => {
          if (generation !== this.#generation || this.#closed) return;
          if (garbled) this.#deps.port.reconnect();
          else this.again();
        });
        return;
      }
      default:
        // What says "resume" to the resuming itself will say so for ever.
        this.#deps.onRefused(error as ErrorCode);
    }
  }

  #setUp(): void {
    this.#failures = 0;
    if (this.#up) return;
    this.#up = true;
    this.#deps.onUp();
    this.#release(false);
  }

  #release(anonymousOnly: boolean): void {
    for (const { anonymous, done } of this.#waiting) if (anonymous || !anonymousOnly) done(true);
  }

  #down(): void {
    this.#generation += 1;
    this.#setDown();
  }

  #setDown(): void {
    if (!this.#up) return;
    this.#up = false;
    this.#deps.onDown();
  }
}

/** Asks until there is an answer worth having: a value, an error that asking again will not mend, or no more time. */
export const persist = async <T>(
  session: Session,
  clock: Clock,
  port: SocketPort,
  ask: () => Promise<Result<T, CallError>>,
  anonymous = false,
): Promise<Result<T, ErrorCode>> => {
  const until = clock.now() + TRANSPORT_TIMING.patience;
  let resumed = false;
  for (let failures = 0; ; failures++) {
    if (!(await session.ready(Math.max(0, until - clock.now()), anonymous))) return err('unavailable');
    const { generation } = session;
    const result = await ask();
    if (result.ok) return result;
    const remedy = remedyOf(result.error);
    if (remedy === 'final' || (remedy === 'resume' && resumed)) return err(result.error as ErrorCode);
    if (remedy === 'resume') {
      resumed = true;
      session.forgotten(generation);
    } else if (remedy === 'reconnect') {
      port.reconnect();
    } else if (remedy === 'retry') {
      if (result.error === 'garbage' && failures >= TRANSPORT_LIMITS.garbage) return err('internal');
      await new Promise<void>((resolve) => void clock.after(retryWait(failures), resolve));
    }
    if (clock.now() >= until) return err('unavailable');
  }
};
