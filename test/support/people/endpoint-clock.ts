import type { Endpoint } from '@haven/shared/endpoint/endpoint';
import type { Clock } from '@haven/shared/transport/socket-port';

const TICK_MS = 100;

/** A person's clock, which may be wrong, and may be put right or wrong while it runs. */
export type PersonalClock = Clock & { jump(milliseconds: number): void };

export function personalClock(): PersonalClock {
  let wrongBy = 0;
  return {
    now: () => Date.now() + wrongBy,
    after: (delay, callback) => {
      const timer = setTimeout(callback, delay);
      timer.unref();
      return () => {
        clearTimeout(timer);
      };
    },
    jump: (milliseconds) => {
      wrongBy += milliseconds;
    },
  };
}

/** What the worker around an endpoint does: lets it do what has become due. Gives back how to stop it. */
export function keepTicking(endpoint: Endpoint<never>): () => void {
  const timer = setInterval(() => {
    endpoint.tick();
  }, TICK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
