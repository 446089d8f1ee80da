import type { Board, BoardChange } from '@haven/shared/protocol/board';

/** The board after a change; null when the change does not follow from it, so that one in between was missed. */
export const mergeBoard = (board: Board, change: BoardChange): Board | null => {
  if (change.from !== board.version) return null;
  const { version, now, desks, regions, people, gone } = change;
  const left = new Set(gone);
  return {
    version,
    now,
    today: change.today ?? board.today,
    red: change.red ?? board.red,
    quarters: change.quarters ?? board.quarters,
    usual: change.usual ?? board.usual,
    ahead: change.ahead ?? board.ahead,
    holes: change.holes ?? board.holes,
    thresholds: change.thresholds ?? board.thresholds,
    desks: merge(board.desks, desks, ({ desk }) => desk),
    regions: merge(board.regions, regions, ({ region }) => region),
    people: merge(board.people, people, ({ staffId }) => staffId).filter(({ staffId }) => !left.has(staffId)),
  };
};

/** Rows stay where they are; new ones come last. */
const merge = <T>(rows: readonly T[], changed: readonly T[], nameOf: (row: T) => string): T[] => {
  const news = new Map(changed.map((row) => [nameOf(row), row]));
  const merged = rows.map((row) => {
    const name = nameOf(row);
    const next = news.get(name) ?? row;
    news.delete(name);
    return next;
  });
  return [...merged, ...news.values()];
};
