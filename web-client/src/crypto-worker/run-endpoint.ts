import type { Endpoint } from '@haven/shared/endpoint/endpoint';
import { type Milliseconds, seconds } from '@haven/shared/units';

/** A clock may jump while a phone sleeps, so nothing is slept through for longer than this. */
const LONGEST_WAIT = seconds(1);

export type RunDeps = {
  readonly now: () => number;
  /** Calls back once; the returned function cancels. */
  readonly after: (delay: Milliseconds, act: () => void) => () => void;
  /** The engine threw: nothing it would say from now on could be trusted. */
  readonly failed: () => void;
};

/** Gives an engine its messages and its time. The returned function takes what the page says. */
export function runEndpoint<To>(
  endpoint: Endpoint<To>,
  { now, after, failed }: RunDeps,
): (message: To) => void {
  let cancel = (): void => undefined;
  let broken = false;

  const guarded = (act: () => void): void => {
    if (broken) return;
    try {
      act();
      cancel();
      const due = endpoint.due();
      if (due === null) return;
      const delay = Math.min(Math.max(due - now(), 0), LONGEST_WAIT);
      cancel = after(delay, () => guarded(() => endpoint.tick()));
    } catch {
      broken = true;
      cancel();
      failed();
    }
  };

  return (message) => guarded(() => endpoint.handle(message));
}
