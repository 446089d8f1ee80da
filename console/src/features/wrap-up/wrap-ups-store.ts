import type { ChatId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { createStore } from 'zustand/vanilla';
import { draftFrom, type WrapUpDraft } from './wrap-up-draft';

export type WrapUp = {
  readonly draft: WrapUpDraft;
  /** She wanted to finish while something was missing. */
  readonly asked: boolean;
};

/** The forms that have been touched, one per chat, in the memory of this tab. */
export const createWrapUpsStore = () => {
  const store = createStore<{ readonly forms: ReadonlyMap<ChatId, WrapUp> }>(() => ({ forms: new Map() }));
  const read = (chat: StaffChat): WrapUp => wrapUpOf(store.getState().forms, chat);
  let next: ChatId | null = null;
  return {
    store,
    read,
    /** She ends it here: its form is what she comes to next, wherever the focus is. */
    comesTo: (id: ChatId) => {
      next = id;
    },
    /** Whether she has just come to it so; asked once. */
    hasComeTo: (id: ChatId): boolean => {
      if (next !== id) return false;
      next = null;
      return true;
    },
    patch: (chat: StaffChat, patch: Partial<WrapUp>) =>
      store.setState(({ forms }) => ({ forms: new Map(forms).set(chat.chat, { ...read(chat), ...patch }) })),
    forget: (id: ChatId) =>
      store.setState(({ forms }) => ({ forms: new Map([...forms].filter(([chat]) => chat !== id)) })),
  };
};

export const wrapUpOf = (forms: ReadonlyMap<ChatId, WrapUp>, chat: StaffChat): WrapUp =>
  forms.get(chat.chat) ?? { draft: draftFrom(chat), asked: false };
