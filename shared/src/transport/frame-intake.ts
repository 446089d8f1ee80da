import type { ErrorCode } from '../protocol/errors';
import type { Replay, StoredFrame } from '../protocol/frame';
import type { Result } from '../result';
import type { Clock } from './socket-port';
import { TRANSPORT_LIMITS, TRANSPORT_TIMING } from './timing';

/** Version, suite, type, sender, epoch and number: enough to tell two frames of a chat apart. */
const NAME_CHARACTERS = 16;

export interface FrameIntakeDeps {
  readonly clock: Clock;
  readonly deliver: (frame: string) => void;
  readonly since: (seen: number) => Promise<Result<Replay, ErrorCode>>;
}

/** Hands over one end's frames of a chat by rising number, each once; a number that is missing is asked for. */
export class FrameIntake {
  readonly #deps: FrameIntakeDeps;
  #seen: number;
  /** What came ahead of its turn; null stands for an own frame, which is not handed over. */
  readonly #ahead = new Map<number, string | null>();
  readonly #names = new Map<number, string>();
  #waiting: (() => void) | null = null;
  #asking = false;
  #askAgain = false;
  #asksForGap = 0;
  #closed = false;

  constructor(deps: FrameIntakeDeps, seen: number) {
    this.#deps = deps;
    this.#seen = seen;
  }

  /** Everything up to this number was handed over, or was not for this end. */
  get seen(): number {
    return this.#seen;
  }

  push({ seq, frame }: StoredFrame): void {
    if (seq <= this.#seen) {
      const known = this.#names.get(seq);
      // The same number for another frame: the relay has lost its ring and counts from the beginning.
      if (known !== undefined && known !== frame.slice(0, NAME_CHARACTERS)) void this.#restart();
      return;
    }
    this.#put(seq, frame);
  }

  /** The relay stored an own frame under this number. */
  own(seq: number): void {
    if (seq > this.#seen) this.#put(seq, null);
  }

  /** An answer to "what is there after `asked`?". */
  replay(replay: Replay, asked: number): void {
    if (replay.upTo < asked) {
      void this.#restart();
      return;
    }
    for (const { seq, frame } of [...replay.frames].sort((a, b) => a.seq - b.seq)) {
      if (seq > this.#seen) this.#hand(seq, frame);
    }
    this.#seen = Math.max(this.#seen, replay.upTo);
    this.#advance();
    // A relay that promises more and gives nothing is not asked for ever.
    if (replay.more && replay.upTo > asked) void this.ask();
    else if (this.#ahead.size > 0 && ++this.#asksForGap > TRANSPORT_LIMITS.asksForGap) this.#giveUpGap();
  }

  /** Asks what is there after the last one seen. */
  async ask(): Promise<void> {
    if (this.#asking || this.#closed) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    this.#askAgain = false;
    const asked = this.#seen;
    const answer = await this.#deps.since(asked);
    this.#asking = false;
    if (this.#closed) return;
    if (answer.ok) this.replay(answer.value, asked);
    if (this.#askAgain) await this.ask();
  }

  close(): void {
    this.#closed = true;
    this.#waiting?.();
  }

  #put(seq: number, frame: string | null): void {
    // A relay that invents numbers must not fill the memory.
    if (this.#ahead.size < TRANSPORT_LIMITS.remembered) this.#ahead.set(seq, frame);
    this.#advance();
  }

  #advance(): void {
    for (const seq of [...this.#ahead.keys()].filter((key) => key <= this.#seen)) this.#ahead.delete(seq);
    for (let next = this.#ahead.get(this.#seen + 1); next !== undefined; ) {
      const seq = this.#seen + 1;
      this.#ahead.delete(seq);
      this.#hand(seq, next);
      next = this.#ahead.get(seq + 1);
    }
    if (this.#ahead.size === 0) {
      this.#asksForGap = 0;
      this.#waiting?.();
      this.#waiting = null;
    } else {
      this.#waiting ??= this.#deps.clock.after(TRANSPORT_TIMING.gap, () => {
        this.#waiting = null;
        if (this.#ahead.size > 0) void this.ask();
      });
    }
  }

  #hand(seq: number, frame: string | null): void {
    this.#seen = seq;
    if (frame === null) return;
    this.#names.set(seq, frame.slice(0, NAME_CHARACTERS));
    if (this.#names.size > TRANSPORT_LIMITS.remembered)
      this.#names.delete(this.#names.keys().next().value ?? 0);
    this.#deps.deliver(frame);
  }

  /** The relay does not have what is missing. The endpoints fill it; what came after it need not wait. */
  #giveUpGap(): void {
    for (const [seq, frame] of [...this.#ahead].sort(([a], [b]) => a - b)) this.#hand(seq, frame);
    this.#advance();
  }

  #restart(): Promise<void> {
    this.#seen = 0;
    this.#ahead.clear();
    this.#names.clear();
    return this.ask();
  }
}
