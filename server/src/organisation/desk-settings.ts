import type { Clock } from '@haven/shared/transport/socket-port';
import type { DeskPlan } from '../desk/plan';
import { readDeskSettings } from '../records/desk-settings';
import { type Followed, follow } from '../records/follow';
import type { Records } from '../records/open-records';

type Settings = Pick<DeskPlan, 'overflow' | 'hours'>;

/** What the desks have set. */
export type LiveDeskSettings = Pick<Followed<Settings>, 'current' | 'onChange'>;

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

/** Follows the records. While they cannot be read, what was known before holds. */
export async function openDeskSettings({ records, ...deps }: Deps): Promise<LiveDeskSettings> {
  const readNow = () => read(records);
  return follow({ ...deps, records, topic: 'desk-settings', first: await readNow(), read: readNow });
}

async function read({ db }: Pick<Records, 'db'>): Promise<Settings> {
  // One after the other: the embedded database has one connection.
  const overflow = await readDeskSettings(db, 'overflow');
  const hours = await readDeskSettings(db, 'hours');
  return {
    overflow: Object.fromEntries(overflow.flatMap(({ desk, value }) => (value ? [[desk, value]] : []))),
    hours: Object.fromEntries(hours.flatMap(({ desk, value }) => (value ? [[desk, value]] : []))),
  };
}
