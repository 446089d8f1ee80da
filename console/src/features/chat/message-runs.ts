import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { Milliseconds } from '@haven/shared/units';

/** Messages of one author closer together than this stand under one name and time. */
const TOGETHER: Milliseconds = 3 * 60_000;

export type PlacedItem = {
  readonly item: ConversationItem;
  /** The name and time are written above it. */
  readonly first: boolean;
  /** The last of its run: its state of delivery speaks for those above it that are as far. */
  readonly last: boolean;
  /** A new day begins with it; not for the first of all, which is nearly always today. */
  readonly newDay: boolean;
};

export const placeItems = (
  items: readonly ConversationItem[],
  dayOf: (at: number) => string,
): readonly PlacedItem[] =>
  items.map((item, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    const newDay = before !== undefined && dayOf(before.at) !== dayOf(item.at);
    return { item, first: newDay || !together(before, item), last: !together(item, after), newDay };
  });

const together = (a: ConversationItem | undefined, b: ConversationItem | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.author === b.author &&
  a.delivery === b.delivery &&
  Math.abs(b.at - a.at) < TOGETHER;
