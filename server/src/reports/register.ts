import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import type { Clock } from '@haven/shared/transport/socket-port';
import { hours } from '@haven/shared/units';
import { deleteContacts, writeContact } from '../records/contact-records';
import { createLateWriter } from '../records/late-writer';
import type { Records } from '../records/open-records';
import { localHour } from './local-hour';
import { keptSince } from './retention';

const PRUNE_EVERY = hours(6);

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
  const writer = createLateWriter<ContactRecord>({
    write: (record) => writeContact(records.db, record),
    clock,
    onFault,
  });
  let cancel = (): void => undefined;
  const prune = (): void => {
    const { day } = localHour(timeZone(), clock.now());
    deleteContacts(records.db, keptSince(day, months)).catch(onFault);
    cancel = clock.after(PRUNE_EVERY, prune);
  };

  return {
    add: (record) => void writer.add(record),
    start: prune,
    stop: () => {
      cancel();
      return writer.stop();
    },
  };
}
