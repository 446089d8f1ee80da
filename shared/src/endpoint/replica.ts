import type { Content, Item } from '../protocol/content';
import { bodyBytes, MAX_BODY_BYTES } from './content-codec';
import type { ReliableLink } from './reliable-link';
import { type Entry, inPieces, itemOf, type UpTo } from './entry';
import type { Timeline } from './timeline';

/** Room for everything of a history body but its items. */
const ENVELOPE_BYTES = 200;

export type Cargo = readonly Entry[];

export interface ReplicaDeps {
  readonly timeline: Timeline;
  readonly link: ReliableLink<Cargo>;
  /** What the peer may see. */
  readonly visible: (entry: Entry) => boolean;
  /** Sent between `held` and the history. */
  readonly preamble: () => readonly Content[];
  /** The peer is owed the conversation from its beginning, whatever it says it holds. */
  readonly owed: () => boolean;
  readonly paid: () => void;
  /** Whether this peer's word is what makes a message received; not that of somebody who has joined. */
  readonly delivers: boolean;
}

/** Brings the conversation at the other end of a link up to date: what it lacks as history, then each message. */
export class Replica {
  readonly #deps: ReplicaDeps;
  #synced = false;
  #paying: Entry | null = null;

  constructor(deps: ReplicaDeps) {
    this.#deps = deps;
  }

  /** True once the peer has said what it holds and was sent the rest. */
  get synced(): boolean {
    return this.#synced;
  }

  /** First on a new link. `author`: the peer, who must not give a number of its own twice. */
  greet(peer: Entry['author']): void {
    const { timeline, link, visible } = this.#deps;
    const upTo = { ...timeline.held(visible) };
    if (timeline.highest(peer) > 0) upTo[peer] = timeline.highest(peer);
    link.send({ kind: 'held', body: { upTo } });
  }

  peerHolds(upTo: UpTo): void {
    const { timeline, link, visible, preamble, owed } = this.#deps;
    for (const entry of timeline.entries) {
      const arrived =
        entry.delivery !== null && entry.number > 0 && entry.number <= (upTo[entry.author] ?? 0);
      if (arrived && this.#deps.delivers && visible(entry) && !owed()) entry.delivery = 'received';
    }
    for (const content of preamble()) link.send(content);
    this.#sendHistory(owed() ? null : upTo);
    this.#synced = true;
  }

  /** The peer may see more than before: sends it all, in order. */
  sendAll(): void {
    for (const content of this.#deps.preamble()) this.#deps.link.send(content);
    this.#sendHistory(null);
  }

  /** A message that has just been written or has arrived from another member. */
  pass(entry: Entry): void {
    if (!this.#synced || entry.number === 0 || !this.#deps.visible(entry)) return;
    entry.exposed = true;
    this.#deps.link.send({ kind: 'text', body: itemOf(entry) }, [entry]);
  }

  sealed(cargo: Cargo): void {
    if (!this.#deps.delivers) return;
    for (const entry of cargo) {
      if (entry.delivery !== null && entry.delivery !== 'received') entry.delivery = 'sending';
    }
  }

  stored(cargo: Cargo): void {
    if (!this.#deps.delivers) return;
    for (const entry of cargo) if (entry.delivery === 'sending') entry.delivery = 'sent';
  }

  received(cargo: Cargo): void {
    for (const entry of this.#deps.delivers ? cargo : []) {
      if (entry.delivery !== null) entry.delivery = 'received';
    }
    if (this.#paying && cargo.includes(this.#paying)) this.#deps.paid();
  }

  #sendHistory(upTo: UpTo | null): void {
    const { timeline, link, visible, owed } = this.#deps;
    const missing = timeline.missing(upTo, visible);
    const pieces = inPieces(
      missing.entries,
      (item: Item) => bodyBytes(item),
      MAX_BODY_BYTES - ENVELOPE_BYTES,
    );
    let { after } = missing;
    this.#paying = owed() ? (missing.entries.at(-1) ?? null) : null;
    if (!this.#paying) this.#deps.paid();
    for (const entry of missing.entries) entry.exposed = true;
    if (pieces.length === 0) link.send({ kind: 'history', body: { after, items: [], last: true } }, []);
    pieces.forEach((piece, index) => {
      const items = piece.map(itemOf);
      link.send({ kind: 'history', body: { after, items, last: index === pieces.length - 1 } }, piece);
      const end = items.at(-1);
      if (end) after = { author: end.author, number: end.number };
    });
  }
}
