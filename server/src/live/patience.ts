import { err, ok, type Result } from '@haven/shared/result';
import type { Milliseconds } from '@haven/shared/units';

/** Waits for promises, each at most equally long, with one timer for all of them. */
export type Patience = {
  /** A rejection is `unavailable` too. */
  wait<T>(promise: Promise<T>): Promise<Result<T, 'unavailable'>>;
  /** How many are waited for. */
  size(): number;
  stop(): void;
};

type Waiting = { readonly due: number; settled: boolean; readonly giveUp: () => void };

const UNAVAILABLE = err('unavailable' as const);

/** `limit` is kept to within a quarter of itself. */
export function createPatience(limit: Milliseconds): Patience {
  // All wait equally long, so the oldest is first: nothing is searched and nothing is sorted.
  let queue: Waiting[] = [];
  let head = 0;
  let open = 0;

  const sweep = () => {
    const now = performance.now();
    for (; head < queue.length; head += 1) {
      const waiting = queue[head];
      if (waiting === undefined || (!waiting.settled && waiting.due > now)) break;
      if (!waiting.settled) waiting.giveUp();
    }
    if (head > 0) {
      queue = queue.slice(head);
      head = 0;
    }
  };
  const timer = setInterval(sweep, limit / 4);
  timer.unref();

  return {
    wait: <T>(promise: Promise<T>) =>
      new Promise<Result<T, 'unavailable'>>((resolve) => {
        const settle = (outcome: Result<T, 'unavailable'>) => {
          if (waiting.settled) return;
          waiting.settled = true;
          open -= 1;
          resolve(outcome);
        };
        const waiting: Waiting = {
          due: performance.now() + limit,
          settled: false,
          giveUp: () => settle(UNAVAILABLE),
        };
        open += 1;
        queue.push(waiting);
        promise.then(
          (value) => settle(ok(value)),
          () => settle(UNAVAILABLE),
        );
      }),
    size: () => open,
    stop: () => {
      clearInterval(timer);
      for (const waiting of queue) waiting.giveUp();
      queue = [];
    },
  };
}
