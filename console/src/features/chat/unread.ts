import type { ConversationItem } from '@haven/shared/endpoint/conversation';

const byVisitor = (item: ConversationItem): boolean => item.author === 'visitor';

export const lastVisitorNumber = (items: readonly ConversationItem[]): number =>
  items.reduce((last, item) => (byVisitor(item) ? Math.max(last, item.number) : last), 0);

/** The visitor's highest number before the last item that somebody of the staff wrote. */
export const answeredUpTo = (items: readonly ConversationItem[]): number => {
  const lastAnswer = items.findLastIndex((item) => !byVisitor(item));
  return lastVisitorNumber(items.slice(0, lastAnswer + 1));
};

export const unreadCount = (items: readonly ConversationItem[], seen: number): number =>
  items.filter((item) => byVisitor(item) && item.number > seen).length;

/** True while the visitor has the last word. */
export const awaitsAnswer = (items: readonly ConversationItem[]): boolean => {
  const last = items.at(-1);
  return last !== undefined && byVisitor(last);
};

/** Something of mine has not reached the visitor's device. */
export const hasUnsent = (items: readonly ConversationItem[]): boolean =>
  items.some(({ delivery }) => delivery === 'sending' || delivery === 'failed');
