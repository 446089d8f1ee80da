import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';

const AGAIN_AFTER = seconds(5);
/** What a desk makes in a day or more. */
const MOST_WAITING = 1_000;

export type LateWriter<T> = {
  /** Resolves when all that waits is written, or has to wait longer. */
  readonly add: (row: T) => Promise<void>;
  /** Resolves when what waits is written, or cannot be. */
  readonly stop: () => Promise<void>;
};

type Deps<T> = {
  readonly write: (row: T) => Promise<void>;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/**
 * Writes what need not be written at once, one after the other. While the records cannot be written, the first of it
 * waits in memory: what must not be on a disk is on none, and a node that dies loses what waited there.
 */
export function createLateWriter<T>({ write, clock, onFault }: Deps<T>): LateWriter<T> {
  const waiting: T[] = [];
  let writing: Promise<void> | null = null;
  let isStopped = false;

  const writeAll = async (): Promise<void> => {
    try {
      for (let row = waiting[0]; row !== undefined; row = waiting[0]) {
        await write(row);
        waiting.shift();
      }
    } catch (thrown) {
      onFault(thrown);
      if (!isStopped) clock.after(AGAIN_AFTER, () => void writeOn());
    }
    writing = null;
  };
  const writeOn = (): Promise<void> => (writing ??= writeAll());

  return {
    add: (row) => {
      if (waiting.length < MOST_WAITING) waiting.push(row);
      else onFault(new Error('Records cannot be written, and more than can wait are lost'));
      return writeOn();
    },
    stop: () => {
      isStopped = true;
      return writeOn();
    },
  };
}
