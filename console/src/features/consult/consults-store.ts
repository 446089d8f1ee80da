import type { ChatId, StaffId } from '@haven/shared/ids';
import type { StaffPushMap } from '@haven/shared/protocol/event-maps';
import { createStore } from 'zustand/vanilla';

export type ConsultEnd = {
  readonly reason: Parameters<StaffPushMap['consult:over']>[0]['reason'];
  /** null when the one who was asked is no longer known here. */
  readonly name: string | null;
};

/** What only this tab knows of a consult that I asked for. */
export type AskedConsult = {
  /** The name that rings or has joined, kept so that its end can name it. */
  readonly name: string | null;
  /** For whom the visitor was asked, inside the encryption; null: not yet. */
  readonly askedFor: StaffId | null;
  readonly end: ConsultEnd | null;
};

const NEW: AskedConsult = { name: null, askedFor: null, end: null };

export const createConsultsStore = () => {
  const store = createStore<{ readonly asked: ReadonlyMap<ChatId, AskedConsult> }>(() => ({
    asked: new Map(),
  }));
  return {
    store,
    read: (chat: ChatId): AskedConsult => store.getState().asked.get(chat) ?? NEW,
    patch: (chat: ChatId, change: Partial<AskedConsult>) =>
      store.setState(({ asked }) => ({
        asked: new Map(asked).set(chat, { ...(asked.get(chat) ?? NEW), ...change }),
      })),
    forget: (chat: ChatId) =>
      store.setState(({ asked }) => ({ asked: new Map([...asked].filter(([id]) => id !== chat)) })),
  };
};
