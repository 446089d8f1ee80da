import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import type { Clock } from '@haven/shared/transport/socket-port';
import { hours, seconds } from '@haven/shared/units';
import { deleteContacts, writeContact } from '../records/contact-records';
import type { Records } from '../records/open-records';
import { localHour } from './local-hour';
import { keptSince } from './retention';

const AGAIN_AFTER = seconds(5);
const PRUNE_EVERY = hours(6);
/** What a desk makes in a day or more; while records cannot be written, the first of it wait in memory. */
const MOST_WAITING = 1_000;

export type Register = {
  readonly add: (record: ContactRecord) => void;
  /** Begins to delete what has been kept long enough. */
  readonly start: () => void;
  /** Resolves when what waits is written, or cannot be. */
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly records: Pick<Records, 'db'>;
  /** How many months after its year a record is kept. */
  readonly months: number;
  readonly timeZone: () => string;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/** Writes contact records, one after the other, and deletes old ones. */
export function createRegister({ records, months, timeZone, clock, onFault }: Deps): Register {
  const waiting: ContactRecord[] = [];
  let writing: Promise<void> | null = null;
  let cancel = (): void => undefined;
  let isStopped = false;

  const write = async (): Promise<void> => {
    try {
      for (let record = waiting[0]; record !== undefined; record = waiting[0]) {
        await writeContact(records.db, record);
        waiting.shift();
      }
    } catch (thrown) {
      onFault(thrown);
      if (!isStopped) clock.after(AGAIN_AFTER, writeOn);
    }
    writing = null;
  };
  const writeOn = (): void => void (writing ??= write());
  const prune = (): void => {
    const { day } = localHour(timeZone(), clock.now());
    deleteContacts(records.db, keptSince(day, months)).catch(onFault);
    cancel = clock.after(PRUNE_EVERY, prune);
  };

  return {
    add: (record) => {
      if (waiting.length < MOST_WAITING) waiting.push(record);
      else onFault(new Error('Contact records cannot be written, and more than can wait are lost'));
      writeOn();
    },
    start: prune,
    stop: async () => {
      isStopped = true;
      cancel();
      writeOn();
      await writing;
    },
  };
}
