import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

/** What a screen on a wall is at. `over`: it was ended, or never opened; nothing is tried any more. */
export type DisplayState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'watching' }
  | { readonly kind: 'over'; readonly reason: 'link-refused' | 'ended' };

type Facts = {
  readonly state: DisplayState;
  /** When the server said last that what is shown is right, by this device's clock. */
  readonly heardAt: Instant;
};

export const createDisplayStore = () => {
  const store = createStore<Facts>(() => ({ state: { kind: 'opening' }, heardAt: 0 }));
  return {
    store,
    heard: (at: Instant) => store.setState({ state: { kind: 'watching' }, heardAt: at }),
    over: (reason: 'link-refused' | 'ended') => store.setState({ state: { kind: 'over', reason } }),
  };
};
