import type { Clock } from '@haven/shared/transport/socket-port';

/** The computer's own; whatever else runs in a server is given a clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
