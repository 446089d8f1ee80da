import type { ChatId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';

export type Dialog =
  | { readonly kind: 'transfer'; readonly chat: ChatId }
  | { readonly kind: 'close'; readonly chat: ChatId }
  | { readonly kind: 'settings' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'sign-out' };

export type Pane = 'list' | 'chat' | 'about';

export type ViewState = {
  readonly open: ChatId | null;
  readonly dialog: Dialog | null;
  readonly presenceMenu: boolean;
  /** Which part fills a narrow window. */
  readonly pane: Pane;
  /** Whether the part about the chat is out in a window too narrow for three parts. */
  readonly aboutOut: boolean;
};

export const createViewStore = () => {
  const store = createStore<ViewState>(() => ({
    open: null,
    dialog: null,
    presenceMenu: false,
    pane: 'list',
    aboutOut: false,
  }));
  return {
    store,
    open: (chat: ChatId) => store.setState({ open: chat, pane: 'chat' }),
    /** The chat is over for this tab: another one takes its place, but none is brought to the front of a phone. */
    replace: (chat: ChatId | null) =>
      store.setState(({ pane }) => ({ open: chat, aboutOut: false, pane: chat === null ? 'list' : pane })),
    dialog: (dialog: Dialog | null) => store.setState({ dialog, presenceMenu: false }),
    presenceMenu: (presenceMenu: boolean) => store.setState({ presenceMenu }),
    pane: (pane: Pane) => store.setState({ pane }),
    aboutOut: (aboutOut: boolean) => store.setState({ aboutOut }),
  };
};
