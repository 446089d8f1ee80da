import type { Instant, Milliseconds } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

export type ClockState = {
  /** The server's time as well as this tab knows it; moves once a second. */
  readonly now: Instant;
  /** What to add to this device's clock to get the server's. */
  readonly offset: Milliseconds;
};

/** One clock for all that counts, set by the server's: a desktop's own may be wrong by minutes. */
export const createClock = (deviceNow: () => Instant) => {
  const store = createStore<ClockState>(() => ({ now: deviceNow(), offset: 0 }));
  const tick = () => store.setState(({ offset }) => ({ now: deviceNow() + offset }));
  return {
    store,
    tick,
    /** The server's time at this very moment. */
    now: (): Instant => deviceNow() + store.getState().offset,
    set: (serverNow: Instant) => {
      store.setState({ offset: serverNow - deviceNow() });
      tick();
    },
  };
};
