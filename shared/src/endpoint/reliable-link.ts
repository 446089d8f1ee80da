import { toBase64Url } from '../crypto/bytes';
import type { FrameError } from '../crypto/errors';
import { type LinkState, open, seal, wipe } from '../crypto/link';
import type { Random, Sodium } from '../crypto/sodium';
import type { Content, ContentKind } from '../protocol/content';
import { err, ok, type Result } from '../result';
import type { Instant } from '../units';
import type { LinkFault } from './conversation';
import { decodeContent, encodeContent, type Opened } from './content-codec';
import { Inbox } from './inbox';
import { LinkTrouble } from './link-trouble';
import { Outbox, type OutboxEntry } from './outbox';
import type { Outcome } from './relay-requests';
import { Retry } from './retry';
import { ENDPOINT_LIMITS, ENDPOINT_TIMING } from './timing';

export interface ReliableLinkDeps<Cargo> {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: () => Instant;
  readonly submit: (frame: string, outcome: Outcome) => void;
  /** Every content once, in the order it was sent. */
  readonly onContent: (content: Content) => void;
  readonly onSealed: (cargo: Cargo) => void;
  readonly onStored: (cargo: Cargo) => void;
  readonly onReceived: (cargo: Cargo) => void;
}

const COUNTED: readonly ContentKind[] = ['text', 'history', 'summary'];

/**
 * An encrypted link on which every content arrives once and in order, whatever the relay drops, repeats or
 * rearranges: frames are kept until acknowledged inside the encryption.
 */
export class ReliableLink<Cargo> {
  readonly #deps: ReliableLinkDeps<Cargo>;
  readonly #prelude: string | null;
  #state: LinkState;
  #wiped = false;
  #queue: { readonly content: Content; readonly cargo: Cargo | null }[] = [];
  readonly #outbox = new Outbox<Cargo>();
  readonly #inbox = new Inbox<Opened | null>();
  readonly #retry: Retry;
  #acknowledgeAt: Instant | null = null;
  #repeatedAt: Instant = 0;
  #messages = 0;
  readonly #trouble = new LinkTrouble();
  readonly born: Instant;

  /** `prelude`: a handshake frame that goes with the first frames until the peer has answered any of them. */
  constructor(state: LinkState, deps: ReliableLinkDeps<Cargo>, up: boolean, prelude: string | null = null) {
    this.#state = state;
    this.#deps = deps;
    this.#prelude = prelude;
    this.born = deps.now();
    this.#retry = new Retry(up);
    this.#handOverPrelude();
  }

  get epoch(): number {
    return this.#state.epoch;
  }

  get th(): Uint8Array {
    return this.#state.th;
  }

  get wiped(): boolean {
    return this.#wiped;
  }

  /** Messages of both directions, for the fresh handshake that follows a number of them. */
  get messages(): number {
    return this.#messages;
  }

  /** A frame was altered and refused, and no good one has come since. */
  get altered(): boolean {
    return this.#trouble.altered;
  }

  /** Everything that was sent has been acknowledged. */
  get settled(): boolean {
    return this.#queue.length === 0 && !this.#outbox.waitsForAnswer;
  }

  send(content: Content, cargo: Cargo | null = null): void {
    if (this.#wiped) return;
    this.#queue.push({ content, cargo });
    this.#flush();
  }

  /** An error means that nothing was taken from the frame and the link is as it was. */
  receive(frame: Uint8Array, number: number): Result<void, FrameError> {
    if (this.#wiped) return ok(undefined);
    const opened = open(this.#deps.sodium, this.#state, frame);
    if (!opened.ok) {
      if (opened.error === 'duplicate-frame') this.#repeatAcknowledgement();
      else this.#trouble.wouldNotOpen(number, this.#inbox.contiguous, this.#deps.now());
      return opened.error === 'duplicate-frame' ? ok(undefined) : err(opened.error);
    }
    this.#state = opened.value.link;
    const decoded = decodeContent(opened.value.plaintext);
    this.#inbox.put(opened.value.number, decoded.ok ? decoded.value : null);
    this.#deliver();
    if (!decoded.ok) this.#trouble.madeNoSense(this.#deps.now());
    return ok(undefined);
  }

  connection(up: boolean): void {
    this.#retry.connection(up, this.#deps.now());
    if (!up || this.#wiped) return;
    for (const entry of this.#outbox.entries) {
      if (entry.handedOverAt !== null) entry.handedOverAt = this.#deps.now();
    }
    this.#handOverAll();
  }

  tick(): void {
    if (this.#wiped || !this.#retry.up) return;
    const now = this.#deps.now();
    if (this.#acknowledgeAt !== null && now >= this.#acknowledgeAt) this.#acknowledge();
    if (this.#retry.due(now)) this.#handOverAll();
  }

  due(): Instant | null {
    if (this.#wiped || !this.#retry.up) return null;
    const times = [this.#acknowledgeAt, this.#retry.at].filter((time) => time !== null);
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** Why this link should be replaced by another one, if it should. */
  trouble(): LinkFault | null {
    if (this.#wiped) return null;
    const now = this.#deps.now();
    return this.#trouble.fault(this.#retry.up, this.#retry.silentFor(now), now);
  }

  /** Overwrites the keys; nothing is sent or opened any more. */
  wipe(): void {
    if (this.#wiped) return;
    this.#wiped = true;
    wipe(this.#state);
    this.#queue = [];
    this.#outbox.clear();
    this.#inbox.clear();
  }

  #flush(): void {
    while (this.#outbox.size < ENDPOINT_LIMITS.window) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#seal(next.content, next.cargo);
    }
  }

  #seal(content: Content, cargo: Cargo | null): void {
    const plaintext = encodeContent(content, this.#inbox.contiguous);
    const number = this.#state.nextNumber;
    const sealed = seal(this.#deps.sodium, this.#state, plaintext, this.#deps.random);
    this.#deps.sodium.memzero(plaintext);
    this.#state = sealed.link;
    this.#acknowledgeAt = null;
    if (COUNTED.includes(content.kind)) this.#messages += 1;
    const asksForAnswer = content.kind !== 'received';
    const entry = this.#outbox.add({ number, frame: toBase64Url(sealed.frame), asksForAnswer, cargo });
    if (asksForAnswer) this.#retry.sent(this.#deps.now());
    if (cargo !== null) this.#deps.onSealed(cargo);
    this.#handOver(entry);
  }

  #deliver(): void {
    for (;;) {
      const before = this.#inbox.contiguous;
      const next = this.#inbox.take();
      if (this.#inbox.contiguous === before) break;
      // A body that could not be read still has its place in the order, so it is acknowledged like any other.
      if (!next || next.content.kind !== 'received') this.#askAcknowledgement();
      if (!next) continue;
      if (COUNTED.includes(next.content.kind)) this.#messages += 1;
      this.#settle(next.acknowledged);
      this.#deps.onContent(next.content);
      if (this.#wiped) return;
    }
    this.#trouble.read(this.#inbox.contiguous, this.#inbox.hasGap, this.#deps.now());
  }

  #settle(acknowledged: number): void {
    // A peer cannot acknowledge what was never sealed.
    if (acknowledged >= this.#state.nextNumber) return;
    const done = this.#outbox.acknowledge(acknowledged);
    if (done.length === 0) return;
    this.#retry.progress(this.#outbox.waitsForAnswer, this.#deps.now());
    for (const { cargo } of done) if (cargo !== null) this.#deps.onReceived(cargo);
    if (!this.#wiped) this.#flush();
  }

  #askAcknowledgement(): void {
    this.#acknowledgeAt ??= this.#deps.now() + ENDPOINT_TIMING.acknowledge;
  }

  #acknowledge(): void {
    this.#acknowledgeAt = null;
    if (this.#outbox.size >= ENDPOINT_LIMITS.windowWithAcknowledgements) return;
    this.#seal({ kind: 'received', body: {} }, null);
  }

  /** The peer sent again what was opened long ago: what acknowledged it may be lost. */
  #repeatAcknowledgement(): void {
    const now = this.#deps.now();
    if (now - this.#repeatedAt < ENDPOINT_TIMING.firstRetry / 2) return;
    this.#repeatedAt = now;
    this.#handOverAll();
  }

  #handOverAll(): void {
    this.#handOverPrelude();
    const now = this.#deps.now();
    for (const entry of this.#outbox.entries) {
      const waiting = entry.handedOverAt !== null && now - entry.handedOverAt < ENDPOINT_TIMING.relayPatience;
      if (!waiting) this.#handOver(entry);
    }
  }

  #handOverPrelude(): void {
    if (this.#prelude !== null && this.#inbox.contiguous === 0)
      this.#deps.submit(this.#prelude, () => undefined);
  }

  #handOver(entry: OutboxEntry<Cargo>): void {
    entry.handedOverAt = this.#deps.now();
    this.#deps.submit(entry.frame, (error) => {
      entry.handedOverAt = null;
      if (this.#wiped) return;
      this.#trouble.refused = error !== null;
      if (error !== null || entry.stored) return;
      entry.stored = true;
      if (entry.cargo !== null) this.#deps.onStored(entry.cargo);
    });
  }
}
