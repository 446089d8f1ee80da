import type { Clock } from '@haven/shared/transport/socket-port';
import type { Contact } from '../desk/records';
import type { Metrics } from '../metrics';
import type { Directory } from '../organisation/directory';
import type { Records } from '../records/open-records';
import { composeRecord } from './compose-record';
import { createRegister, type Register } from './register';
import { createReports, type Reports } from './reports';

type Deps = {
  readonly records: Records;
  readonly directory: Pick<Directory, 'current'>;
  /** How long records are kept after the end of their year. */
  readonly months: number;
  readonly metrics: Pick<Metrics, 'contact'>;
  readonly clock: Clock;
  readonly random: (length: number) => Uint8Array;
  readonly onFault: (event: string, thrown: unknown) => void;
};

export type Contacts = Pick<Register, 'start' | 'stop'> & {
  readonly reports: Reports;
  readonly note: (contact: Contact) => void;
};

/** From the facts of a chat that is forgotten to the reports. */
export function keepContacts(deps: Deps): Contacts {
  const { records, directory, months, metrics, clock, random, onFault } = deps;
  const organisation = () => directory.current().organisation;
  const retired = () => directory.current().retired;
  const timeZone = () => organisation().timeZone;
  const register = createRegister({
    records,
    months,
    timeZone,
    clock,
    onFault: (thrown) => onFault('contact-record', thrown),
  });
  return {
    start: register.start,
    stop: register.stop,
    reports: createReports({ records, organisation, retired, now: () => clock.now(), random }),
    note: (contact) => {
      const record = composeRecord(contact, timeZone());
      metrics.contact(record.registration);
      register.add(record);
    },
  };
}
