import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';
import { attempt, type Shelf } from '../../state/shelf';

const KEY = 'haven-console-pause';

/**
 * Until when the counsellor meant to rest; null: she set no time. It reminds, and never ends a pause. The shelf is the
 * tab's own: a reload costs nothing, and nobody who signs in elsewhere finds it.
 */
export const createPauseStore = (shelf: Shelf | null) => {
  const kept = Number(attempt(() => shelf?.getItem(KEY) ?? null));
  const store = createStore<{ readonly until: Instant | null }>(() => ({
    until: Number.isFinite(kept) && kept > 0 ? kept : null,
  }));
  return {
    store,
    begin: (until: Instant) => {
      store.setState({ until });
      attempt(() => shelf?.setItem(KEY, String(until)));
    },
    forget: () => {
      store.setState({ until: null });
      attempt(() => shelf?.removeItem(KEY));
    },
  };
};
