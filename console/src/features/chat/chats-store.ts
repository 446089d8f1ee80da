import type { ChatId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { createStore } from 'zustand/vanilla';
import { emptyVersioned, forgetVersions, mergeDelta, type VersionedMap } from '../../state/versioned';

export type ChatsState = {
  readonly known: VersionedMap<ChatId, StaffChat>;
  /** Oldest first, so that a chat keeps its place for the whole of its life. */
  readonly ordered: readonly StaffChat[];
};

const keyOf = (chat: StaffChat): ChatId => chat.chat;

const order = (chats: Iterable<StaffChat>): readonly StaffChat[] =>
  [...chats].sort(
    (a, b) => (a.claimedAt ?? a.enteredAt) - (b.claimedAt ?? b.enteredAt) || (a.chat < b.chat ? -1 : 1),
  );

const shown = (known: VersionedMap<ChatId, StaffChat>): ChatsState => ({
  known,
  ordered: order(known.items.values()),
});

export const createChatsStore = () => {
  const store = createStore<ChatsState>(() => ({ known: emptyVersioned(), ordered: [] }));
  const update = (known: VersionedMap<ChatId, StaffChat>) => {
    if (known !== store.getState().known) store.setState(shown(known), true);
  };
  return {
    store,
    forgetVersions: () => update(forgetVersions(store.getState().known)),
    changed: (chat: StaffChat) => update(mergeDelta(store.getState().known, { upsert: [chat] }, keyOf)),
    gone: (chat: ChatId) => {
      const { known } = store.getState();
      const version = known.items.get(chat)?.version;
      if (version === undefined) return;
      update(mergeDelta(known, { upsert: [], remove: [{ key: chat, version }] }, keyOf));
    },
  };
};
