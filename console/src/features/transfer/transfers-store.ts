import type { ChatId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';

export type TransferFailure = {
  readonly reason: 'declined' | 'no-answer' | 'visitor-refused' | 'colleague-lost';
  /** null when the one who was asked is no longer known here. */
  readonly name: string | null;
};

/** What only this tab knows of a hand-over of mine; the server never sees the summary. */
export type OutgoingTransfer = {
  readonly summary: string | null;
  /** The name that rings or has accepted, kept so that a failure can name it. */
  readonly name: string | null;
  /** For which colleague the visitor was asked, inside the encryption; null: not yet. */
  readonly askedFor: string | null;
  readonly failure: TransferFailure | null;
};

export type TransfersState = { readonly outgoing: ReadonlyMap<ChatId, OutgoingTransfer> };

const NEW: OutgoingTransfer = { summary: null, name: null, askedFor: null, failure: null };

export const createTransfersStore = () => {
  const store = createStore<TransfersState>(() => ({ outgoing: new Map() }));
  return {
    store,
    read: (chat: ChatId): OutgoingTransfer => store.getState().outgoing.get(chat) ?? NEW,
    patch: (chat: ChatId, change: Partial<OutgoingTransfer>) =>
      store.setState(({ outgoing }) => ({
        outgoing: new Map(outgoing).set(chat, { ...(outgoing.get(chat) ?? NEW), ...change }),
      })),
    forget: (chat: ChatId) =>
      store.setState(({ outgoing }) => {
        const left = new Map(outgoing);
        left.delete(chat);
        return { outgoing: left };
      }),
  };
};
