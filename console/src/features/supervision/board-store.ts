import { type Alarm, type AlarmState, alarmsAfter, NO_ALARMS, raised } from '@haven/shared/board/alarms';
import type { Board, BoardChange } from '@haven/shared/protocol/board';
import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';
import { mergeBoard } from './merge-board';

type BoardState = {
  readonly board: Board | null;
  /** A change was missed: what is shown is to be asked for again. Counts how often that was so. */
  readonly gaps: number;
  readonly watched: AlarmState;
  /** Those that are raised now. */
  readonly alarms: readonly Alarm[];
};

const QUIET = { watched: NO_ALARMS, alarms: [] };

export const createBoardStore = () => {
  const store = createStore<BoardState>(() => ({ board: null, gaps: 0, ...QUIET }));
  return {
    store,
    whole: (board: Board | null) => store.setState(board === null ? { board, ...QUIET } : { board }),
    changed: (change: BoardChange) =>
      store.setState(({ board, gaps }) => {
        // Of a watch that has ended.
        if (board === null) return {};
        const next = mergeBoard(board, change);
        return next === null ? { gaps: gaps + 1 } : { board: next };
      }),
    /** Once a second: alarms begin and end with time. */
    look: (now: Instant) =>
      store.setState(({ board, watched: before, alarms }) => {
        if (board === null) return {};
        const watched = alarmsAfter(before, board, now);
        const after = raised(watched);
        return { watched, alarms: sameAlarms(alarms, after) ? alarms : after };
      }),
  };
};

const sameAlarms = (one: readonly Alarm[], other: readonly Alarm[]): boolean =>
  one.length === other.length && one.every((alarm, index) => alarmName(alarm) === nameAt(other, index));

const nameAt = (alarms: readonly Alarm[], index: number): string | null => {
  const alarm = alarms[index];
  return alarm === undefined ? null : alarmName(alarm);
};

export const alarmName = ({ kind, desk }: Alarm): string => `${kind} ${desk}`;
