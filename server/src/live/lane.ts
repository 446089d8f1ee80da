import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type Result, err } from '@haven/shared/result';

export type Lane = <T>(work: () => Promise<Result<T, ErrorCode>>) => Promise<Result<T, ErrorCode>>;

/**
 * One piece of work at a time. When one finds the live state unreachable, so would those that wait behind it, each
 * after its own long wait: they are told at once.
 */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  let outages = 0;
  return async (work) => {
    const joined = outages;
    const before = last;
    const mine = (async () => {
      await before;
      if (joined !== outages) return err('unavailable' as const);
      const outcome = await work();
      if (!outcome.ok && outcome.error === 'unavailable') outages += 1;
      return outcome;
    })();
    last = mine.catch(() => undefined);
    return mine;
  };
}
