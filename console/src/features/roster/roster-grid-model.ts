import type { RegionId, StaffId } from '@haven/shared/ids';
import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import { addDays, startOfDay } from '@haven/shared/roster/calendar';
import { type Hole, holesIn } from '@haven/shared/roster/holes';
import { isServing, type Shift } from '@haven/shared/roster/roster';
import { workedBy } from '@haven/shared/roster/worked-by';
import { hours, type Instant } from '@haven/shared/units';

export type Scale = 'week' | 'day';
export type Row = {
  readonly region: RegionId | null;
  readonly name: string;
  /** Of a region that was retired what was planned is shown; nothing is planned for it, and it has no holes. */
  readonly isRetired?: boolean;
};
export type Column = { readonly from: Instant; readonly until: Instant };
export type Cell = {
  readonly row: Row;
  readonly column: Column;
  /** In a week those that begin on the day; in a day all that serve in the hour. */
  readonly shifts: readonly Shift[];
  readonly holes: readonly Hole[];
};

/** Days of the week, or hours of the day: 23 or 25 of them when the clock changes. */
export const columnsOf = (scale: Scale, first: PlanDate, timeZone: string): readonly Column[] => {
  if (scale === 'week') {
    return Array.from({ length: 7 }, (_, day) => ({
      from: startOfDay(addDays(first, day), timeZone),
      until: startOfDay(addDays(first, day + 1), timeZone),
    }));
  }
  const begin = startOfDay(first, timeZone);
  const end = startOfDay(addDays(first, 1), timeZone);
  return Array.from({ length: (end - begin) / hours(1) }, (_, hour) => ({
    from: begin + hours(hour),
    until: begin + hours(hour + 1),
  }));
};

export const cellsOf = (
  scale: Scale,
  rows: readonly Row[],
  columns: readonly Column[],
  shifts: readonly Shift[],
  staff: ReadonlySet<StaffId>,
  now: Instant,
): readonly (readonly Cell[])[] =>
  rows.map((row) => {
    const own = shifts
      .filter((each) => isServing(each, row.region))
      .toSorted((a, b) => Number(a.kind === 'standby') - Number(b.kind === 'standby'));
    // What is past can be filled by nobody, and alarms nobody.
    const from = Math.max(columns[0]?.from ?? 0, now);
    const until = columns.at(-1)?.until ?? 0;
    const holes =
      from < until && row.isRetired !== true ? holesIn(workedBy(own, staff), [row.region], from, until) : [];
    return columns.map((column) => ({
      row,
      column,
      shifts: own.filter(({ from, until }) =>
        scale === 'week'
          ? column.from <= from && from < column.until
          : from < column.until && column.from < until,
      ),
      holes: holes.filter(({ from, until }) => from < column.until && column.from < until),
    }));
  });

export type Place = { readonly row: number; readonly column: number };
export type Move = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'first' | 'last';

/** Where a key leads from a cell; it stays within the grid. */
export const moveFrom = ({ row, column }: Place, move: Move, rows: number, columns: number): Place => {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (move) {
    case 'left':
      return { row, column: within(column - 1, columns) };
    case 'right':
      return { row, column: within(column + 1, columns) };
    case 'up':
      return { row: within(row - 1, rows), column };
    case 'down':
      return { row: within(row + 1, rows), column };
    case 'start':
      return { row, column: 0 };
    case 'end':
      return { row, column: columns - 1 };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: rows - 1, column: columns - 1 };
  }
};
