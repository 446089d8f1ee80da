import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { Conversation } from '../chat/conversation-store';
import { lastVisitorNumber } from '../chat/unread';

/**
 * What the visitor has written between two states of a conversation. History that comes back after a reload, or that
 * was shared at a transfer, is not news: it comes while the chat is restoring, or as many items at once.
 */
export const newMessages = (
  before: Conversation | undefined,
  after: Conversation,
): readonly ConversationItem[] => {
  if (before === undefined || before.items === after.items) return [];
  if (before.state?.restoring === true || after.state?.restoring === true) return [];
  const last = lastVisitorNumber(before.items);
  const news = after.items.filter(({ author, number }) => author === 'visitor' && number > last);
  return before.items.length === 0 && news.length > 1 ? [] : news;
};
