import type { ChatId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { useConsole, useSlice } from '../../ui/console-context';
import { type ChatStatus, chatStatus } from './chat-status';
import type { Conversation } from './conversation-store';

const NOTHING: Conversation = { items: [], state: undefined, seen: 0 };

export const useConversation = (chat: ChatId): Conversation => {
  const { stores } = useConsole();
  return useSlice(stores.conversations, ({ chats }) => chats.get(chat)) ?? NOTHING;
};

export const useStatus = (chat: StaffChat): ChatStatus => {
  const { stores, seat } = useConsole();
  const staffId = useSlice(stores.staff, ({ selfId }) => selfId);
  const { state } = useConversation(chat.chat);
  if (staffId === null) return { kind: 'linking' };
  return chatStatus(chat, state, { staffId, seat });
};

export const useOpenChat = (): StaffChat | null => {
  const { stores } = useConsole();
  const open = useSlice(stores.view, (view) => view.open);
  const chats = useSlice(stores.chats, ({ known }) => known);
  return open === null ? null : (chats.items.get(open) ?? null);
};
