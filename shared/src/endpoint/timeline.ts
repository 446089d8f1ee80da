import type { Author, Item } from '../protocol/content';
import type { Instant } from '../units';
import type { ConversationItem } from './conversation';
import {
  type Entry,
  idOf,
  isDraftOf,
  isPending,
  isRenumbered,
  itemOf,
  type ItemName,
  sameName,
  type UpTo,
} from './entry';
import { ENDPOINT_LIMITS } from './timing';

/**
 * The conversation in display order, which is the order of the visitor's client. At a staff device the own messages
 * that the visitor has not acknowledged have no place in that order yet: what arrives goes before them.
 */
export class Timeline {
  readonly #own: Author;
  readonly #isVisitor: boolean;
  #entries: Entry[] = [];
  #drafts = 0;
  readonly #highest = new Map<Author, number>();
  readonly #held = new Map<Author, Set<number>>();

  constructor(own: Author) {
    this.#own = own;
    this.#isVisitor = own === 'visitor';
  }

  get own(): Author {
    return this.#own;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  highest(author: Author): number {
    return this.#highest.get(author) ?? 0;
  }

  holds({ author, number }: ItemName): boolean {
    return this.#held.get(author)?.has(number) ?? false;
  }

  /** An own message at the end; without a number while the history is still to come. */
  write(text: string, at: Instant, numbered: boolean): Entry {
    const entry: Entry = {
      author: this.#own,
      number: 0,
      at,
      text,
      delivery: 'sending',
      exposed: false,
      draft: ++this.#drafts,
    };
    this.#entries.push(entry);
    if (numbered) this.#number(entry);
    return entry;
  }

  /** Numbers below these were given before, whatever has come back of them. */
  reserve(upTo: number): void {
    if (upTo > this.highest(this.#own)) this.#highest.set(this.#own, upTo);
  }

  /**
   * Takes back the numbers of what nobody has acknowledged: another tab of the same person may have given them too. On
   * the next link it shows what has arrived after all.
   */
  takeBackNumbers(): void {
    const held = this.#held.get(this.#own);
    for (const entry of this.#entries) {
      if (!isPending(entry) && entry.delivery !== 'failed') continue;
      held?.delete(entry.number);
      entry.number = 0;
    }
    this.#highest.set(this.#own, Math.max(0, ...(held ?? [])));
  }

  numberDrafts(): readonly Entry[] {
    const drafts = this.#entries.filter((entry) => entry.number === 0);
    for (const draft of drafts) this.#number(draft);
    return drafts;
  }

  /** Somebody else's message, at its place; undefined when it is here already. */
  receive(item: Item): Entry | undefined {
    if (this.holds(item) || !this.#hasRoomFor(item.author)) return undefined;
    if (!this.#entries.some((entry) => isRenumbered(entry, item))) {
      return this.#insert(item, this.#notBeforeEarlier(this.#end(), item));
    }
    this.#remember(item);
    return undefined;
  }

  /** Takes over the order of the visitor's client. Returns what was new. */
  merge(after: ItemName | null, items: readonly Item[]): readonly Entry[] {
    let cursor = this.#cursor(after);
    const fresh: Entry[] = [];
    for (const item of items) {
      const known = this.#entries.findIndex((entry) => sameName(entry, item) || isDraftOf(entry, item));
      if (known >= 0) {
        const [entry] = this.#entries.splice(known, 1);
        if (known < cursor) cursor -= 1;
        cursor = this.#notBeforeEarlier(cursor, item);
        if (entry) this.#entries.splice(cursor, 0, this.#arrived(entry, item));
      } else if (this.#hasRoomFor(item.author)) {
        cursor = this.#notBeforeEarlier(cursor, item);
        fresh.push(this.#insert(item, cursor));
      } else {
        continue;
      }
      cursor += 1;
    }
    return fresh;
  }

  /** A failed message becomes a new one at the end: later ones may have gone past it. */
  renew(entry: Entry, at: Instant, numbered: boolean): Entry {
    this.#entries = this.#entries.filter((other) => other !== entry);
    return this.write(entry.text, at, numbered);
  }

  /** Up to which number each author's messages are here, among those that `visible` lets through. */
  held(visible: (entry: Entry) => boolean): UpTo {
    const upTo: Record<string, number> = {};
    for (const entry of this.#entries) {
      if (entry.number > 0 && visible(entry)) {
        upTo[entry.author] = Math.max(upTo[entry.author] ?? 0, entry.number);
      }
    }
    return upTo;
  }

  /** From the first message that somebody who holds `upTo` lacks to the end; null: from the beginning. */
  missing(
    upTo: UpTo | null,
    visible: (entry: Entry) => boolean,
  ): { readonly after: ItemName | null; readonly entries: readonly Entry[] } {
    const shown = this.#entries.filter((entry) => entry.number > 0 && visible(entry));
    const first = shown.findIndex((entry) => !upTo || entry.number > (upTo[entry.author] ?? 0));
    if (first < 0) return { after: null, entries: [] };
    const before = shown[first - 1];
    return {
      after: before ? { author: before.author, number: before.number } : null,
      entries: shown.slice(first),
    };
  }

  find(id: string): Entry | undefined {
    return this.#entries.find((entry) => idOf(entry) === id);
  }

  items(): readonly ConversationItem[] {
    return this.#entries.map((entry) => ({
      id: idOf(entry),
      ...itemOf(entry),
      delivery: entry.delivery,
    }));
  }

  /** A peer that invents authors must not make `held` outgrow a frame. */
  #hasRoomFor(author: Author): boolean {
    return this.#held.has(author) || author === this.#own || this.#held.size < ENDPOINT_LIMITS.authors;
  }

  #number(entry: Entry): void {
    entry.number = this.highest(this.#own) + 1;
    this.#remember(entry);
  }

  /** An own message that was taken for undelivered is back under the number it had. */
  #arrived(entry: Entry, { number }: Item): Entry {
    if (entry.number > 0) return entry;
    entry.number = number;
    entry.delivery = 'received';
    this.#remember(entry);
    return entry;
  }

  #remember({ author, number }: ItemName): void {
    this.#highest.set(author, Math.max(this.highest(author), number));
    const held = this.#held.get(author) ?? new Set();
    this.#held.set(author, held.add(number));
  }

  #insert(item: Item, at: number): Entry {
    const own = item.author === this.#own;
    const entry: Entry = { ...item, delivery: own ? 'received' : null, exposed: true, draft: 0 };
    this.#remember(entry);
    this.#entries.splice(at, 0, entry);
    return entry;
  }

  #cursor(after: ItemName | null): number {
    if (!after) return 0;
    const at = this.#entries.findIndex((entry) => sameName(entry, after));
    return at < 0 ? this.#end() : at + 1;
  }

  /**
   * Behind all that its author said before. What two people said at the same time may stand either way round at the
   * two ends, so the message before a piece of history need not be the last one here that comes before it.
   */
  #notBeforeEarlier(at: number, { author, number }: ItemName): number {
    let place = at;
    for (const [index, entry] of this.#entries.entries()) {
      if (entry.author === author && entry.number > 0 && entry.number < number) {
        place = Math.max(place, index + 1);
      }
    }
    return place;
  }

  #end(): number {
    const open = this.#entries.findIndex((entry) =>
      this.#isVisitor ? entry.number === 0 : entry.author === this.#own && entry.delivery !== 'received',
    );
    return open < 0 ? this.#entries.length : open;
  }
}
