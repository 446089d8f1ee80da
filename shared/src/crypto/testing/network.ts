import { equalBytes } from '../bytes';
import { FRAME_ERRORS, type FrameError } from '../errors';
import { type LinkState, open, seal } from '../link';
import { MAX_SKIPPED } from '../ratchet';
import type { Random, Sodium } from '../sodium';
import { toUtf8 } from '../utf8';
import { flipped } from './conversation';

export type Side = 'visitor' | 'staff';
const otherSide = (side: Side): Side => (side === 'visitor' ? 'staff' : 'visitor');

interface Sent {
  readonly frame: Uint8Array;
  readonly plaintext: Uint8Array;
}

type Outcome = 'opened' | FrameError;

/**
 * The two real ends of a link, with an account of what each has opened that predicts the outcome of every delivery.
 * What happened otherwise is in `surprises`. Frames are kept for good: to drop one is not to deliver it yet.
 */
export class Network {
  readonly surprises: string[] = [];
  readonly #sodium: Sodium;
  readonly #random: Random;
  readonly #ends: Record<Side, LinkState>;
  readonly #sentTo: Record<Side, Sent[]> = { visitor: [], staff: [] };
  readonly #opened: Record<Side, Set<number>> = { visitor: new Set(), staff: new Set() };

  constructor(sodium: Sodium, random: Random, ends: Readonly<Record<Side, LinkState>>) {
    this.#sodium = sodium;
    this.#random = random;
    this.#ends = { ...ends };
  }

  seal(by: Side, count: number, size: number): void {
    const sent = this.#sentTo[otherSide(by)];
    for (let i = 0; i < count; i++) {
      const number = sent.length + 1;
      if (this.#ends[by].nextNumber !== number) this.surprises.push(`${by} does not number ${number}`);
      const plaintext = toUtf8(`${by} ${number} `.padEnd(size, '.'));
      const { link, frame } = seal(this.#sodium, this.#ends[by], plaintext, this.#random);
      this.#ends[by] = link;
      sent.push({ frame, plaintext });
    }
  }

  /** Nothing happens when fewer frames were sent. */
  deliver(to: Side, index: number): void {
    const sent = this.#sentTo[to][index];
    if (!sent) return;
    const number = index + 1;
    const opened = open(this.#sodium, this.#ends[to], sent.frame);
    const outcome: Outcome = opened.ok ? 'opened' : opened.error;
    const expected = this.#expected(to, number);
    if (outcome !== expected) this.surprises.push(`${to} ${number}: ${outcome}, not ${expected}`);
    if (!opened.ok) return;
    const { link, plaintext } = opened.value;
    if (opened.value.number !== number)
      this.surprises.push(`${to} ${number}: opened as ${opened.value.number}`);
    if (!equalBytes(plaintext, sent.plaintext)) this.surprises.push(`${to} ${number}: another text`);
    if (link.ratchet.skipped.size > MAX_SKIPPED) this.surprises.push(`${to} keeps too many keys`);
    this.#ends[to] = link;
    this.#opened[to].add(number);
  }

  #expected(to: Side, number: number): Outcome {
    const opened = this.#opened[to];
    if (opened.has(number)) return 'duplicate-frame';
    // Frames below the highest opened one have their keys kept, however far back they are.
    if (number < Math.max(0, ...opened)) return 'opened';
    const missing = number - 1 - opened.size;
    return missing > MAX_SKIPPED ? 'too-far-ahead' : 'opened';
  }

  /** Delivers a frame with one bit changed; a copy of the end tells whether it was left alone. */
  tamper(to: Side, index: number, at: number, bit: number): void {
    const sent = this.#sentTo[to][index];
    if (!sent) return;
    const before = structuredClone(this.#ends[to]);
    const result = open(this.#sodium, this.#ends[to], flipped(sent.frame, at % sent.frame.length, bit));
    if (result.ok || !FRAME_ERRORS.includes(result.error))
      this.surprises.push(`${to} opened a changed frame`);
    if (!isSame(before, this.#ends[to])) this.surprises.push(`${to} was changed by a frame it refused`);
  }

  sentTo(to: Side): number {
    return this.#sentTo[to].length;
  }

  /** Index of the first frame that has not been opened. */
  lowestMissing(to: Side): number {
    let index = 0;
    while (this.#opened[to].has(index + 1)) index++;
    return index;
  }

  /** Delivers what is missing in order, as retransmission does in the end; false when that did not help. */
  settle(to: Side): boolean {
    for (let left = this.sentTo(to); left >= 0; left--) this.deliver(to, this.lowestMissing(to));
    return this.#opened[to].size === this.sentTo(to);
  }
}

const written = (link: LinkState): string =>
  JSON.stringify(link, (_key, value: unknown) => {
    if (value instanceof Map) return [...(value as ReadonlyMap<number, Uint8Array>)];
    return value instanceof Uint8Array ? [...value] : value;
  });

const isSame = (a: LinkState, b: LinkState): boolean => written(a) === written(b);
