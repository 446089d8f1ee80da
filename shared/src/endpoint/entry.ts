import type { Author, Item } from '../protocol/content';
import type { Instant } from '../units';
import type { Delivery } from './conversation';

/** One message of the conversation at one end. */
export interface Entry {
  readonly author: Author;
  /** 0 while it has no number: it was written before the history came back. */
  number: number;
  readonly at: Instant;
  readonly text: string;
  /** null for what somebody else wrote. */
  delivery: Delivery | null;
  /** A link has carried it, so somebody may have read it. */
  exposed: boolean;
  readonly draft: number;
}

export interface ItemName {
  readonly author: Author;
  readonly number: number;
}

export type UpTo = Readonly<Record<string, number>>;

export const itemOf = ({ author, number, at, text }: Entry): Item => ({ author, number, at, text });

/** Own, and nobody has said that it arrived. */
export const isPending = (entry: Entry): boolean => entry.delivery === 'sending' || entry.delivery === 'sent';

export const sameName = (a: ItemName, b: ItemName): boolean => a.author === b.author && a.number === b.number;

/** A tab that could not know that its message had arrived gave it another number. */
export const isRenumbered = (entry: Entry, item: Item): boolean =>
  entry.author === item.author && entry.at === item.at && entry.text === item.text;

/** The author's clock and words name a message well enough among the few that have no number. */
export const isDraftOf = (entry: Entry, item: Item): boolean =>
  entry.number === 0 && isRenumbered(entry, item);

export const idOf = (entry: Entry): string =>
  entry.number > 0 ? `${entry.author}:${entry.number}` : `${entry.author}:new-${entry.draft}`;

/** Up to 16 KiB travel in one frame, so history is cut into pieces by `size`; the order stays. */
export const inPieces = (
  entries: readonly Entry[],
  size: (item: Item) => number,
  most: number,
): readonly (readonly Entry[])[] => {
  const pieces: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const needed = size(itemOf(entry)) + 1;
    if (needed > room) {
      pieces.push([]);
      room = most;
    }
    room -= needed;
    pieces.at(-1)?.push(entry);
  }
  return pieces;
};
