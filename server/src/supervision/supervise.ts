import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { DeskPlan } from '../desk/plan';
import type { DeskStore } from '../live/desk-store';
import type { TallyStore } from '../live/tally-store';
import { type CountDay, createCountDay } from './count-day';
import { type BoardFeed, createBoardFeed } from './feed';

type Deps = {
  readonly desk: Pick<DeskStore, 'records'>;
  readonly tallies: TallyStore;
  readonly plan: () => DeskPlan;
  readonly timeZone: () => string;
  readonly clock: Clock;
  readonly onFailure: (what: string, error: ErrorCode) => void;
};

/** Counts the day, and shows it with the load of the moment. */
export function supervise(deps: Deps): { readonly countDay: CountDay; readonly board: BoardFeed } {
  const { clock, onFailure } = deps;
  return {
    countDay: createCountDay({
      ...deps,
      now: () => clock.now(),
      onFailure: (error) => onFailure('count-day', error),
    }),
    board: createBoardFeed({ ...deps, onFailure: (error) => onFailure('board', error) }),
  };
}
