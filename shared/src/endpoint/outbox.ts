import type { Instant } from '../units';

/** A sealed frame, kept to be sent again bit for bit until the peer acknowledged it. */
export interface OutboxEntry<Cargo> {
  readonly number: number;
  readonly frame: string;
  /** False for a mere acknowledgement: nobody waits for an answer to it. */
  readonly asksForAnswer: boolean;
  readonly cargo: Cargo | null;
  stored: boolean;
  /** Since when the relay has it and has not answered; null when nothing is under way. */
  handedOverAt: Instant | null;
}

export class Outbox<Cargo> {
  #entries: OutboxEntry<Cargo>[] = [];

  add(entry: Pick<OutboxEntry<Cargo>, 'number' | 'frame' | 'asksForAnswer' | 'cargo'>): OutboxEntry<Cargo> {
    const added: OutboxEntry<Cargo> = { ...entry, stored: false, handedOverAt: null };
    this.#entries.push(added);
    return added;
  }

  get entries(): readonly OutboxEntry<Cargo>[] {
    return this.#entries;
  }

  get size(): number {
    return this.#entries.length;
  }

  get waitsForAnswer(): boolean {
    return this.#entries.some((entry) => entry.asksForAnswer);
  }

  /** Forgets the frames up to and with `number` and returns them, oldest first. */
  acknowledge(number: number): OutboxEntry<Cargo>[] {
    const done = this.#entries.filter((entry) => entry.number <= number);
    if (done.length > 0) this.#entries = this.#entries.slice(done.length);
    return done;
  }

  clear(): void {
    this.#entries = [];
  }
}
