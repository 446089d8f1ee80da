import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { StaffChatState } from '@haven/shared/endpoint/staff-worker';
import type { ChatId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';
import { answeredUpTo, lastVisitorNumber } from './unread';

/** What is shown of one chat's content. The plaintext store itself is the worker's. */
export type Conversation = {
  readonly items: readonly ConversationItem[];
  readonly state: StaffChatState | undefined;
  /** The highest number of the visitor's items that was on screen in front of me. */
  readonly seen: number;
};

export type ConversationsState = ReadonlyMap<ChatId, Conversation>;

const NEW: Conversation = { items: [], state: undefined, seen: 0 };

export const createConversationStore = () => {
  const store = createStore<{ readonly chats: ConversationsState }>(() => ({ chats: new Map() }));
  const patch = (chat: ChatId, change: (conversation: Conversation) => Conversation) =>
    store.setState(({ chats }) => {
      const before = chats.get(chat) ?? NEW;
      const after = change(before);
      return after === before ? {} : { chats: new Map(chats).set(chat, after) };
    });
  return {
    store,
    items: (chat: ChatId, items: readonly ConversationItem[]) =>
      patch(chat, (before) => ({
        ...before,
        items,
        // What I answered, I have read: after a reload the history is not unread once more.
        seen: Math.max(before.seen, answeredUpTo(items)),
      })),
    state: (state: StaffChatState) => patch(state.chat, (before) => ({ ...before, state })),
    see: (chat: ChatId) =>
      patch(chat, (before) => {
        const seen = lastVisitorNumber(before.items);
        return seen > before.seen ? { ...before, seen } : before;
      }),
    forget: (chat: ChatId) =>
      store.setState(({ chats }) => {
        const left = new Map(chats);
        left.delete(chat);
        return { chats: left };
      }),
  };
};
