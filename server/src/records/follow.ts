import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { Records } from './open-records';
import type { Topic } from './topics';

/** Something that the records hold, as this node knows it: the same on every node within a second of a change. */
export type Followed<T> = {
  readonly current: () => T;
  /** Calls back after a change that `current` already knows; gives the way to end that. */
  readonly onChange: (callback: () => void) => () => void;
  /** Reads the records now: whoever has changed them is answered when `current` knows it. */
  readonly look: () => Promise<void>;
};

type Deps<T> = {
  readonly records: Pick<Records, 'onChange'>;
  readonly topic: Topic;
  readonly first: T;
  /** null: the records hold none, and what was known stands. */
  readonly read: () => Promise<T | null>;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

const AGAIN_AFTER = seconds(1);

/** Reads anew after each change. While the records cannot be read, what was known before holds. */
export function follow<T>({ records, topic, first, read, clock, onFault }: Deps<T>): Followed<T> {
  const callbacks = new Set<() => void>();
  let known = first;
  let reading: Promise<void> | null = null;
  let isDue = false;

  const readWhileDue = async (): Promise<void> => {
    while (isDue) {
      isDue = false;
      try {
        known = (await read()) ?? known;
        for (const callback of callbacks) callback();
      } catch (error) {
        onFault(error);
        clock.after(AGAIN_AFTER, readAgain);
      }
    }
    reading = null;
  };
  const readAgain = (): void => {
    isDue = true;
    reading ??= readWhileDue();
  };
  records.onChange(topic, readAgain);
  // What changed since `first` was read was told to nobody here.
  readAgain();

  return {
    current: () => known,
    onChange: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    look: async () => {
      readAgain();
      await reading;
    },
  };
}
