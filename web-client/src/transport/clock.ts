import type { Clock } from '@haven/shared/transport/socket-port';

export const pageClock: Clock = {
  now: Date.now,
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
