import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Milliseconds, minutes } from '@haven/shared/units';
import type { AlertDelivery } from '../alerts/alert-delivery';
import type { DeskPlan } from '../desk/plan';
import type { DeskStore } from '../live/desk-store';
import type { TallyStore } from '../live/tally-store';
import type { LiveDeskSettings } from '../organisation/desk-settings';
import type { Directory } from '../organisation/directory';
import type { Records } from '../records/open-records';
import type { LiveRoster } from '../roster/live-roster';
import { type CountDay, createCountDay } from './count-day';
import { type BoardFeed, createBoardFeed } from './feed';
import { createBoardRecords, keepYesterday } from './kept';
import { createHoleWatch, type HoleWatch } from './watch-holes';

type Deps = {
  readonly desk: Pick<DeskStore, 'records'>;
  readonly tallies: TallyStore;
  readonly plan: () => DeskPlan;
  readonly timeZone: () => string;
  readonly clock: Clock;
  readonly records: Pick<Records, 'db' | 'changed' | 'onChange'>;
  readonly alerts: AlertDelivery;
  readonly directory: Pick<Directory, 'onChange'>;
  readonly roster: Pick<LiveRoster, 'onChange'>;
  readonly deskSettings: Pick<LiveDeskSettings, 'onChange'>;
  readonly onFailure: (what: string, error: ErrorCode) => void;
  readonly onFault: (what: string, thrown: unknown) => void;
};

/** How often it is looked whether a day has ended that belongs to the usual. */
const KEEP_EVERY: Milliseconds = minutes(10);

type Supervision = {
  readonly countDay: CountDay;
  readonly board: BoardFeed;
  readonly holes: HoleWatch['near'];
  /** Begins to add each day that has ended to the usual, and to tell of holes. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

/** Counts the day, shows it with the load of the moment, and keeps what is usual. */
export function supervise(deps: Deps): Supervision {
  const { clock, onFailure } = deps;
  const now = () => clock.now();
  const onFault = (thrown: unknown) => deps.onFault('board', thrown);
  const kept = createBoardRecords({ ...deps, now, onFault });
  const holes = createHoleWatch({ ...deps, kept, deliver: deps.alerts, onFault });
  let ends: (() => void)[] = [];
  let cancel: (() => void) | null = null;
  const keep = (): void => {
    void keepYesterday({ ...deps, now, onFault });
    cancel = clock.after(KEEP_EVERY, keep);
  };
  return {
    countDay: createCountDay({ ...deps, now, onFailure: (error) => onFailure('count-day', error) }),
    board: createBoardFeed({ ...deps, kept, onFailure: (error) => onFailure('board', error) }),
    holes: holes.near,
    start: () => {
      keep();
      ends = [deps.directory, deps.roster, deps.deskSettings].map((each) => each.onChange(holes.look));
      holes.look();
    },
    stop: async () => {
      cancel?.();
      for (const end of ends) end();
      await holes.stop();
    },
  };
}
