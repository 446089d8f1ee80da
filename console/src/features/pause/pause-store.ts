import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

/** Until when the counsellor meant to rest; null: she set no time. It reminds, and never ends a pause. */
export const createPauseStore = () => {
  const store = createStore<{ readonly until: Instant | null }>(() => ({ until: null }));
  return {
    store,
    begin: (until: Instant) => store.setState({ until }),
    forget: () => store.setState({ until: null }),
  };
};
