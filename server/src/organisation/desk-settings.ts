import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { DeskPlan } from '../desk/plan';
import { readDeskSettings } from '../records/desk-settings';
import type { Records } from '../records/open-records';

type Settings = Pick<DeskPlan, 'overflow' | 'hours'>;

/** What the desks have set, the same on every node within a second of a change. */
export type LiveDeskSettings = {
  readonly current: () => Settings;
  /** Calls back after a change that `current` already knows; gives the way to end that. */
  readonly onChange: (callback: () => void) => () => void;
};

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

const AGAIN_AFTER = seconds(1);

/** Follows the records. While they cannot be read, what was known before holds. */
export async function openDeskSettings({ records, clock, onFault }: Deps): Promise<LiveDeskSettings> {
  const callbacks = new Set<() => void>();
  let settings = await read(records);
  let reading: Promise<void> | null = null;
  let isDue = false;

  const readWhileDue = async (): Promise<void> => {
    while (isDue) {
      isDue = false;
      try {
        settings = await read(records);
        for (const callback of callbacks) callback();
      } catch (error) {
        onFault(error);
        clock.after(AGAIN_AFTER, follow);
      }
    }
    reading = null;
  };
  const follow = (): void => {
    isDue = true;
    reading ??= readWhileDue();
  };
  records.onChange('desk-settings', follow);

  return {
    current: () => settings,
    onChange: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
  };
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
