import type { ChatId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';

export type TextsState = { readonly texts: ReadonlyMap<ChatId, string> };

/** One text per chat that lives in the memory of this tab and nowhere else: drafts, private notes. */
export const createTextsStore = () => {
  const store = createStore<TextsState>(() => ({ texts: new Map() }));
  return {
    store,
    write: (chat: ChatId, text: string) =>
      store.setState(({ texts }) => {
        const next = new Map(texts);
        if (text === '') next.delete(chat);
        else next.set(chat, text);
        return { texts: next };
      }),
    read: (chat: ChatId): string => store.getState().texts.get(chat) ?? '',
    any: (): boolean => [...store.getState().texts.values()].some((text) => text.trim() !== ''),
  };
};
