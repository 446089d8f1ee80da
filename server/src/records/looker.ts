import type { Clock } from '@haven/shared/transport/socket-port';
import type { Milliseconds } from '@haven/shared/units';

export type Looker = {
  /** Soon: at once, or once more after the look that is going on. */
  readonly look: () => void;
  /** Waits for the look that is going on; there is none afterwards. */
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly lookOnce: () => Promise<void>;
  /** After each look, whether anybody asked for the next one or not. */
  readonly every: () => Milliseconds;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/** Looks when it is told to and now and then, one look at a time. A look that fails is made again with the next. */
export function createLooker({ lookOnce, every, clock, onFault }: Deps): Looker {
  let isStopped = false;
  let isDue = false;
  let looking: Promise<void> | null = null;
  let cancel = (): void => undefined;

  const lookWhileDue = async (): Promise<void> => {
    while (isDue && !isStopped) {
      isDue = false;
      try {
        await lookOnce();
      } catch (thrown) {
        onFault(thrown);
      }
    }
    looking = null;
    if (!isStopped) cancel = clock.after(every(), look);
  };
  const look = (): void => {
    isDue = true;
    if (looking !== null || isStopped) return;
    cancel();
    looking = lookWhileDue();
  };
  return {
    look,
    stop: async () => {
      isStopped = true;
      cancel();
      await looking;
    },
  };
}
