import type { DeskId } from '@haven/shared/ids';
import type { AlarmThresholds, DeskHole } from '@haven/shared/protocol/board';
import type { NearHole } from '@haven/shared/protocol/roster-requests';
import type { Clock } from '@haven/shared/transport/socket-port';
import { hours, type Instant, type Milliseconds, minutes } from '@haven/shared/units';
import type { AlertDelivery } from '../alerts/alert-delivery';
import type { DeskPlan } from '../desk/plan';
import { createLooker } from '../records/looker';
import { noteToldHole, readToldHoles } from '../records/hole-alerts';
import type { Records } from '../records/open-records';
import type { BoardRecords } from './kept';
import { holesAhead } from './outlook';

/** Holes come near with time; whatever changes the roster or its thresholds is looked at when it happens. */
const LOOK_EVERY: Milliseconds = minutes(1);

type ThresholdsOf = (desk: DeskId) => AlarmThresholds;

/** The holes ahead, with the moment from which on each is told of; none of a desk whose supervisors want no word. */
export const nearHoles = (plan: DeskPlan, thresholdsOf: ThresholdsOf, now: Instant): NearHole[] =>
  holesAhead(plan, now).flatMap((hole) => {
    const { holeHours } = thresholdsOf(hole.desk);
    return holeHours === null ? [] : { ...hole, tellAt: hole.from - hours(holeHours) };
  });

/** Whether people know: a hole that begins within one they were told of is what was left of it when somebody stepped in. */
export const isTold = (told: readonly DeskHole[], { desk, from }: DeskHole): boolean =>
  told.some((each) => each.desk === desk && each.from <= from && from <= each.until);

/** Whether the general desk has somebody all that time. */
export const isCaught = (
  holes: readonly DeskHole[],
  { from, until }: Pick<DeskHole, 'from' | 'until'>,
  generalDesk: DeskId,
): boolean => !holes.some((each) => each.desk === generalDesk && each.from < until && from < each.until);

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly plan: () => DeskPlan;
  readonly kept: BoardRecords;
  readonly deliver: AlertDelivery;
  readonly clock: Clock;
  readonly onFault: (thrown: unknown) => void;
};

export type HoleWatch = {
  /** Those that consoles tell of, now or later. */
  readonly near: () => Promise<NearHole[]>;
  /** Something has changed that holes depend on. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Has people told, outside their consoles, of holes that come near: each once, by whichever node. While somebody could
 * not be reached, a hole is tried again at the next look.
 */
export function createHoleWatch({ records, plan, kept, deliver, clock, onFault }: Deps): HoleWatch {
  const near = async () => nearHoles(plan(), (await kept()).thresholdsOf, clock.now());

  const tell = async ({ desk, from, until }: DeskHole): Promise<void> => {
    const holes = holesAhead(plan(), clock.now());
    const caught = isCaught(holes, { from, until }, plan().generalDesk);
    const isDone = await deliver({ kind: 'roster-hole', desk, from, until, isCaught: caught });
    if (isDone) await noteToldHole(records.db, { desk, from, until }, clock.now());
  };
  const lookOnce = async (): Promise<void> => {
    const now = clock.now();
    const due = (await near()).filter(({ tellAt }) => tellAt <= now);
    if (due.length === 0) return;
    const told = await readToldHoles(records.db);
    await Promise.all(due.filter((hole) => !isTold(told, hole)).map(tell));
  };
  const { look, stop } = createLooker({ lookOnce, every: () => LOOK_EVERY, clock, onFault });
  records.onChange('board', look);
  return { near, look, stop };
}
