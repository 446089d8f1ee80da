import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { DeskId } from '@haven/shared/ids';
import type { AlarmThresholds, Board } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';
import type { TallyStore } from '../live/tally-store';
import { addDay, readThresholds, readUsual } from '../records/board';
import type { Records } from '../records/open-records';
import { quartersOf } from './day-tally';
import { localTime, QUARTERS } from './local-day';

/** What the board shows of the records. */
export type KeptForBoard = {
  readonly usual: Board['usual'];
  readonly thresholdsOf: (desk: DeskId) => AlarmThresholds;
};

const NOTHING_KEPT: KeptForBoard = {
  usual: Array.from({ length: QUARTERS }, () => null),
  thresholdsOf: () => USUAL_THRESHOLDS,
};

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly timeZone: () => string;
  readonly now: () => Instant;
  readonly onFault: (thrown: unknown) => void;
};

/** Read once for each day and each change; while the records cannot be reached, what was read last holds. */
export type BoardRecords = () => Promise<KeptForBoard>;

export function createBoardRecords({ records, timeZone, now, onFault }: Deps): BoardRecords {
  let kept = NOTHING_KEPT;
  let day: string | null = null;
  let changes = 0;
  let reading: Promise<void> | null = null;
  records.onChange('board', () => {
    day = null;
    changes += 1;
  });
  const read = async (today: ReturnType<typeof localTime>): Promise<void> => {
    const known = changes;
    try {
      const [thresholds, usual] = await Promise.all([
        readThresholds(records.db),
        readUsual(records.db, today.weekday),
      ]);
      kept = {
        usual: Array.from({ length: QUARTERS }, (_, quarter) => usual.get(quarter) ?? null),
        thresholdsOf: (desk) => thresholds.get(desk) ?? USUAL_THRESHOLDS,
      };
      // What was changed meanwhile may not be in it.
      if (known === changes) day = today.day;
    } catch (thrown) {
      onFault(thrown);
    }
    reading = null;
  };
  return async () => {
    const today = localTime(timeZone(), now());
    if (today.day === day) return kept;
    reading ??= read(today);
    await reading;
    return kept;
  };
}

type KeepDeps = Omit<Deps, 'records'> & {
  readonly records: Pick<Records, 'db' | 'changed'>;
  readonly tallies: Pick<TallyStore, 'read'>;
};

/** How far back a day is looked for whose end this node may have missed; the counters are kept no longer. */
const LOOK_BACK = 2 * 60 * 60_000;

/**
 * Adds the day that has just ended to the usual; to be called now and then by every node. A day that the live state has
 * forgotten is not added: it would count as one on which nobody came.
 */
export async function keepYesterday({ records, tallies, timeZone, now, onFault }: KeepDeps): Promise<void> {
  const before = localTime(timeZone(), now() - LOOK_BACK);
  if (before.day === localTime(timeZone(), now()).day) return;
  const tally = await tallies.read(before.day);
  if (!tally.ok || tally.value.size === 0) return;
  try {
    await addDay(records.db, before, quartersOf(tally.value));
    await records.changed('board');
  } catch (thrown) {
    onFault(thrown);
  }
}
