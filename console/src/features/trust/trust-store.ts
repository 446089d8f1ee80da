import type { LogState } from '@haven/shared/ceremony/keys-work';
import type { KeysState } from '@haven/shared/protocol/keys';
import { createStore } from 'zustand/vanilla';

export type TrustView = {
  /** What the server says of keys; null until it was asked. */
  readonly keys: KeysState | null;
  /** What this browser has seen of the log. */
  readonly log: LogState | null;
  /** The words of a root are on the screen, or are asked back: it is nowhere else. */
  readonly isMaking: boolean;
};

export const createTrustStore = () => {
  const store = createStore<TrustView>(() => ({ keys: null, log: null, isMaking: false }));
  return {
    store,
    know: (keys: KeysState) => store.setState({ keys }),
    making: (isMaking: boolean) => store.setState({ isMaking }),
    followed: (log: LogState) => store.setState({ log }),
  };
};
