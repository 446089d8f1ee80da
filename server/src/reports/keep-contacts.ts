import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Retired } from '@haven/shared/protocol/retirement';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { Contact } from '../desk/records';
import type { Metrics } from '../metrics';
import type { Records } from '../records/open-records';
import { composeRecord } from './compose-record';
import { createRegister, type Register } from './register';
import { createReports, type Reports } from './reports';

type Deps = {
  readonly records: Records;
  readonly organisation: () => Organisation;
  readonly retired: () => Retired;
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
  const { records, organisation, retired, months, metrics, clock, random, onFault } = deps;
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
