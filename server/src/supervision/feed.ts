import type { Board, BoardChange } from '@haven/shared/protocol/board';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Instant, type Milliseconds, minutes, seconds } from '@haven/shared/units';
import type { DeskPlan } from '../desk/plan';
import type { DeskRecords, DeskStore } from '../live/desk-store';
import type { TallyStore } from '../live/tally-store';
import { type BoardContent, boardOf } from './board';
import { differenceOf, hasLostPlaces } from './changes';
import type { BoardRecords, KeptForBoard } from './kept';
import type { DayTally } from './day-tally';
import { localTime } from './local-day';
import { wallOf } from './wall';

/** The whole desk is read no oftener than this, and only while somebody watches. */
const READ_EVERY: Milliseconds = seconds(1);
/** How often it is asked whether there is anything new to read. */
const ASK_EVERY: Milliseconds = seconds(0.25);

type Deps = {
  readonly desk: Pick<DeskStore, 'records'>;
  readonly tallies: Pick<TallyStore, 'read'>;
  readonly kept: BoardRecords;
  readonly plan: () => DeskPlan;
  readonly timeZone: () => string;
  readonly clock: Clock;
  readonly onFailure: (error: ErrorCode) => void;
};

type Push = (change: BoardChange) => void;

/** With people's names for supervisors, without them for walls. */
const VIEWS = { whole: (content: BoardContent) => content, wall: wallOf } as const;
type View = keyof typeof VIEWS;
type Watcher = { readonly view: View; readonly push: Push };

/** The board of one node: one read for all who watch it here, and to each only what has changed. */
export type BoardFeed = {
  /** Watches from now on, under that name. */
  watch(name: string, push: Push, view?: View): Promise<Result<Board, ErrorCode>>;
  leave(name: string): void;
};

type Seen = {
  readonly records: DeskRecords;
  readonly readAt: Instant;
  readonly tally: DayTally;
  readonly talliedAt: Instant;
  readonly kept: KeptForBoard;
  readonly content: BoardContent;
  readonly plan: DeskPlan;
  readonly minute: Instant;
};

const samePlan = (one: DeskPlan, other: DeskPlan): boolean =>
  one.roster === other.roster && one.hours === other.hours && one.desks === other.desks;

export function createBoardFeed({
  desk,
  tallies,
  kept: keptNow,
  plan,
  timeZone,
  clock,
  onFailure,
}: Deps): BoardFeed {
  const watchers = new Map<string, Watcher>();
  let seen: Seen | null = null;
  const versions: Record<View, number> = { whole: 0, wall: 0 };
  let looking: Promise<void> | null = null;
  let cancel: (() => void) | null = null;

  async function recordsNow(now: Instant): Promise<Result<Pick<Seen, 'records' | 'readAt'>, ErrorCode>> {
    if (seen !== null && now < seen.readAt + READ_EVERY) return ok(seen);
    const read = await desk.records(seen?.records.revision ?? null);
    if (!read.ok) return read;
    if (read.value !== null) return ok({ records: read.value, readAt: now });
    return seen === null ? err('unavailable') : ok(seen);
  }

  async function tallyNow(now: Instant): Promise<Result<Pick<Seen, 'tally' | 'talliedAt'>, ErrorCode>> {
    if (seen !== null && now < seen.talliedAt + READ_EVERY) return ok(seen);
    const read = await tallies.read(localTime(timeZone(), now).day);
    return read.ok ? ok({ tally: read.value, talliedAt: now }) : read;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    const [records, tally, kept] = await Promise.all([recordsNow(now), tallyNow(now), keptNow()]);
    if (!records.ok) return onFailure(records.error);
    if (!tally.ok) return onFailure(tally.error);
    const before = seen;
    const { records: read, readAt } = records.value;
    const { tally: counts, talliedAt } = tally.value;
    const goingBy = plan();
    const minute = now - (now % minutes(1));
    const isSame = before?.records === read && before.tally === counts && before.kept === kept;
    // Hours and holes begin and end with time.
    if (isSame && before.minute === minute && samePlan(before.plan, goingBy)) return;
    const content = boardOf({ ...read, tally: counts, kept }, goingBy, now);
    seen = { records: read, readAt, tally: counts, talliedAt, kept, content, plan: goingBy, minute };
    if (before !== null) tell(before.content, content, now);
  }

  /** Each kind of watcher what differs for it; nothing is compared for kinds that nobody watches. */
  function tell(before: BoardContent, after: BoardContent, now: Instant): void {
    for (const view of ['whole', 'wall'] as const) {
      const those = [...watchers.values()].filter((watcher) => watcher.view === view);
      if (those.length === 0) continue;
      const difference = differenceOf(VIEWS[view](before), VIEWS[view](after));
      if (difference === null) continue;
      // A row that is gone is in no change: to whoever watches it is as if she had missed one, and she asks anew.
      if (hasLostPlaces(before, after)) versions[view] += 1;
      const from = versions[view];
      versions[view] += 1;
      const change: BoardChange = { from, version: versions[view], now, ...difference };
      for (const { push } of those) push(change);
    }
  }

  /** One look at a time, shared by all who want one. */
  const lookOnce = (): Promise<void> => {
    looking ??= look()
      .catch(() => onFailure('internal'))
      .finally(() => {
        looking = null;
      });
    return looking;
  };

  const round = (): void => {
    cancel = null;
    void lookOnce().then(() => {
      if (watchers.size > 0) cancel ??= clock.after(ASK_EVERY, round);
    });
  };

  return {
    watch: async (name, push, view = 'whole') => {
      // What was seen while somebody watched last may be of yesterday.
      if (watchers.size === 0) seen = null;
      watchers.set(name, { view, push: () => undefined });
      if (seen === null) await lookOnce();
      cancel ??= clock.after(ASK_EVERY, round);
      if (seen === null) {
        watchers.delete(name);
        return err('unavailable');
      }
      if (watchers.has(name)) watchers.set(name, { view, push });
      const { content } = seen as Seen;
      return ok({ version: versions[view], now: clock.now(), ...VIEWS[view](content) });
    },
    leave: (name) => {
      watchers.delete(name);
      if (watchers.size > 0) return;
      cancel?.();
      cancel = null;
    },
  };
}
