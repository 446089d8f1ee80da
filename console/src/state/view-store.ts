import type { ChatId } from '@haven/shared/ids';
import { createStore } from 'zustand/vanilla';

export type Dialog =
  | { readonly kind: 'transfer'; readonly chat: ChatId }
  | { readonly kind: 'consult'; readonly chat: ChatId }
  | { readonly kind: 'close'; readonly chat: ChatId }
  | { readonly kind: 'block'; readonly chat: ChatId }
  | { readonly kind: 'settings' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'sign-out' };

export type Pane = 'list' | 'chat' | 'about';

export type ViewState = {
  readonly open: ChatId | null;
  readonly dialog: Dialog | null;
  readonly presenceMenu: boolean;
  readonly pageMenu: boolean;
  /** Rises whenever a part of the desk is asked for, whichever page is shown. */
  readonly calls: number;
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
    pageMenu: false,
    calls: 0,
    pane: 'list',
    aboutOut: false,
  }));
  return {
    store,
    open: (chat: ChatId) => store.setState(({ calls }) => ({ open: chat, pane: 'chat', calls: calls + 1 })),
    /** The chat is over for this tab: another one takes its place, but none is brought to the front of a phone. */
    replace: (chat: ChatId | null) =>
      store.setState(({ pane }) => ({ open: chat, aboutOut: false, pane: chat === null ? 'list' : pane })),
    dialog: (dialog: Dialog | null) => store.setState({ dialog, presenceMenu: false, pageMenu: false }),
    presenceMenu: (presenceMenu: boolean) => store.setState({ presenceMenu }),
    pageMenu: (pageMenu: boolean) => store.setState({ pageMenu }),
    pane: (pane: Pane) => store.setState(({ calls }) => ({ pane, calls: calls + 1 })),
    aboutOut: (aboutOut: boolean) => store.setState({ aboutOut }),
  };
};
