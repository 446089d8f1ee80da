import { type QueueItem, reaches } from '@haven/shared/protocol/queue';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { Instant, Milliseconds } from '@haven/shared/units';

/** First in, first out within a priority; the id settles what entered in the same millisecond. */
export const inOrder = (items: Iterable<QueueItem>): readonly QueueItem[] =>
  [...items].sort(
    (a, b) => a.priority - b.priority || a.enteredAt - b.enteredAt || (a.chat < b.chat ? -1 : 1),
  );

export type QueueSummary = { readonly waiting: number; readonly longest: Milliseconds | null };

/** Waits never show below zero: a clock that is a little behind must not say that somebody waits -1 second. */
export const waited = (since: Instant, now: Instant): Milliseconds => Math.max(0, now - since);

export const summarise = (items: readonly QueueItem[], now: Instant): QueueSummary => ({
  waiting: items.length,
  longest: items.reduce<number | null>(
    (longest, item) => Math.max(longest ?? 0, waited(item.enteredAt, now)),
    null,
  ),
});

export type ClaimBar =
  /** Somebody else is being rung, or I am. */
  | 'offered'
  /** Not a chat of the desks I serve, and the overflow has not brought it to me yet. */
  | 'other-desk'
  | 'at-capacity'
  | 'not-entered';

/** Why this chat cannot be taken from the list now; null when it can. The server decides, this spares a refusal. */
export const claimBar = (item: QueueItem, self: StaffPresence | null): ClaimBar | null => {
  if (self === null) return 'not-entered';
  if (item.offeredTo !== null && item.offeredTo !== self.staffId) return 'offered';
  if (!reaches(item.reach, self.duty)) return 'other-desk';
  return self.chats >= self.capacity && item.offeredTo !== self.staffId ? 'at-capacity' : null;
};

export const firstClaimable = (
  items: readonly QueueItem[],
  self: StaffPresence | null,
): QueueItem | undefined => items.find((item) => claimBar(item, self) === null);
