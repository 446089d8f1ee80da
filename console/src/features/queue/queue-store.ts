import type { ChatId } from '@haven/shared/ids';
import type { QueueItem } from '@haven/shared/protocol/queue';
import { createStore } from 'zustand/vanilla';
import {
  emptyVersioned,
  forgetVersions,
  mergeDelta,
  mergeWhole,
  type VersionedMap,
} from '../../state/versioned';
import { inOrder } from './queue-order';

export type QueueState = {
  readonly known: VersionedMap<ChatId, QueueItem>;
  readonly ordered: readonly QueueItem[];
};

export type QueueDelta = {
  readonly upsert: readonly QueueItem[];
  readonly remove: readonly { readonly chat: ChatId; readonly version: number }[];
};

const keyOf = (item: QueueItem): ChatId => item.chat;

const shown = (known: VersionedMap<ChatId, QueueItem>): QueueState => ({
  known,
  ordered: inOrder(known.items.values()),
});

export const createQueueStore = () => {
  const store = createStore<QueueState>(() => ({ known: emptyVersioned(), ordered: [] }));
  const update = (known: VersionedMap<ChatId, QueueItem>) => {
    if (known !== store.getState().known) store.setState(shown(known), true);
  };
  return {
    store,
    forgetVersions: () => update(forgetVersions(store.getState().known)),
    whole: (items: readonly QueueItem[]) => update(mergeWhole(store.getState().known, items, keyOf)),
    changed: ({ upsert, remove }: QueueDelta) =>
      update(
        mergeDelta(
          store.getState().known,
          { upsert, remove: remove.map(({ chat, version }) => ({ key: chat, version })) },
          keyOf,
        ),
      ),
  };
};
