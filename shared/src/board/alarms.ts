import type { DeskId } from '../ids';
import type { AlarmThresholds, Board, DeskHole } from '../protocol/board';
import { hours, type Instant, type Milliseconds, seconds } from '../units';

export const ALARM_KINDS = ['red-alone', 'longest-wait', 'nobody-available', 'roster-hole'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** What is wrong at a desk, and since when it counts as wrong. */
export type Alarm = {
  readonly kind: AlarmKind;
  readonly desk: DeskId;
  readonly raisedAt: Instant;
};

/** An alarm, and what led to it or will end it. */
type Watched = {
  readonly kind: AlarmKind;
  readonly desk: DeskId;
  /** null: the condition has not held for long enough. */
  readonly raisedAt: Instant | null;
  /** Since when the condition has held, or has not, without a break. */
  readonly turnedAt: Instant;
  readonly holds: boolean;
};

/** What is kept between one look and the next. */
export type AlarmState = ReadonlyMap<string, Watched>;
export const NO_ALARMS: AlarmState = new Map();

/** An alarm ends when its cause has been gone for this long: one that comes and goes is one alarm. */
const CALM: Milliseconds = seconds(30);

/** How long an alarm's cause must last at a moment's look. Waits and lonely red chats bring their time with them. */
const LASTS: Record<AlarmKind, (thresholds: AlarmThresholds) => Milliseconds> = {
  'red-alone': () => 0,
  'longest-wait': () => 0,
  'nobody-available': ({ nobodySeconds }) => seconds(nobodySeconds ?? 0),
  'roster-hole': () => 0,
};

/** The alarms after one more look at the board. Looking twice at the same moment changes nothing. */
export function alarmsAfter(before: AlarmState, board: Board, now: Instant): AlarmState {
  const causes = new Set(causesOf(board, now));
  const after = new Map<string, Watched>();
  for (const { desk, thresholds } of board.thresholds) {
    for (const kind of ALARM_KINDS) {
      const name = `${kind} ${desk}`;
      const holds = causes.has(name);
      const known = before.get(name);
      if (!holds && known === undefined) continue;
      const next = turned(known ?? { kind, desk, raisedAt: null, turnedAt: now, holds }, holds, now);
      const settled = settle(next, LASTS[kind](thresholds), now);
      if (settled !== null) after.set(name, settled);
    }
  }
  return after;
}

const turned = (watched: Watched, holds: boolean, now: Instant): Watched =>
  watched.holds === holds ? watched : { ...watched, holds, turnedAt: now };

/** Raised once it has lasted, forgotten once it has been calm; a cause that never became an alarm at once. */
function settle(watched: Watched, lasts: Milliseconds, now: Instant): Watched | null {
  const { holds, raisedAt, turnedAt } = watched;
  if (holds) return raisedAt === null && now - turnedAt >= lasts ? { ...watched, raisedAt: now } : watched;
  return raisedAt === null || now - turnedAt >= CALM ? null : watched;
}

/** Those that are raised: the gravest first, then the oldest. */
export const raised = (state: AlarmState): readonly Alarm[] =>
  [...state.values()]
    .flatMap(({ kind, desk, raisedAt }) => (raisedAt === null ? [] : { kind, desk, raisedAt }))
    .sort(
      (one, other) =>
        ALARM_KINDS.indexOf(one.kind) - ALARM_KINDS.indexOf(other.kind) || one.raisedAt - other.raisedAt,
    );

function causesOf(board: Board, now: Instant): readonly string[] {
  const available = new Set(
    board.people
      .filter(({ presence, isConnected }) => presence === 'available' && isConnected)
      .flatMap(({ desks }) => desks),
  );
  return board.thresholds.flatMap(({ desk, thresholds }) => {
    const row = board.desks.find((each) => each.desk === desk);
    if (row === undefined) return [];
    const { redAloneSeconds, longestWaitSeconds, nobodySeconds, holeHours } = thresholds;
    const isAlone = board.red.some(
      (chat) =>
        chat.desk === desk &&
        chat.aloneSince !== null &&
        redAloneSeconds !== null &&
        now - chat.aloneSince >= seconds(redAloneSeconds),
    );
    const isLong =
      longestWaitSeconds !== null &&
      row.waitingSince !== null &&
      now - row.waitingSince >= seconds(longestWaitSeconds);
    const isDeserted = nobodySeconds !== null && !row.isPaused && !available.has(desk);
    const isHole =
      holeHours !== null && board.holes.some((hole) => hole.desk === desk && isNear(hole, holeHours, now));
    const causes: Record<AlarmKind, boolean> = {
      'red-alone': isAlone,
      'longest-wait': isLong,
      'nobody-available': isDeserted,
      'roster-hole': isHole,
    };
    return ALARM_KINDS.filter((kind) => causes[kind]).map((kind) => `${kind} ${desk}`);
  });
}

/** Whether a hole is to be told of: it is not over, and begins within so many hours. */
const isNear = ({ from, until }: DeskHole, holeHours: number, now: Instant): boolean =>
  until > now && from <= now + hours(holeHours);

/** Of a desk whose supervisors have set none. */
export const USUAL_THRESHOLDS: AlarmThresholds = {
  longestWaitSeconds: 180,
  nobodySeconds: null,
  redAloneSeconds: 30,
  holeHours: 12,
};
