import type { RegionId, StaffId } from '@haven/shared/ids';
import { instantAt } from '@haven/shared/roster/calendar';
import type { Shift } from '@haven/shared/roster/roster';
import { describe, expect, it } from 'vitest';
import { cellsOf, columnsOf, moveFrom } from './roster-grid-model';

const ZONE = 'Europe/Amsterdam';
const ALMERE = 'almere' as RegionId;
const STAFF = new Set(['karim' as StaffId]);
const rows = [
  { region: ALMERE, name: 'Almere' },
  { region: null, name: 'Algemeen' },
];
const shift = (id: string, date: string, from: string, until: string, more: Partial<Shift> = {}): Shift => ({
  id,
  staffId: 'karim' as StaffId,
  from: instantAt(date, from, ZONE),
  until: instantAt(date, until, ZONE),
  regions: [ALMERE],
  general: false,
  kind: 'duty',
  ...more,
});

describe('The grid of the roster', () => {
  it('has a column for each hour of the day: 23 or 25 when the clock changes', () => {
    expect(columnsOf('day', '2026-06-01', ZONE)).toHaveLength(24);
    expect(columnsOf('day', '2026-03-29', ZONE)).toHaveLength(23);
    expect(columnsOf('day', '2026-10-25', ZONE)).toHaveLength(25);
  });

  it('shows in a week who begins on a day, standby last, and when nobody is there', () => {
    const shifts = [
      shift('standby', '2026-11-30', '00:00', '08:00', { kind: 'standby' }),
      shift('day', '2026-11-30', '08:00', '20:00'),
    ];
    const columns = columnsOf('week', '2026-11-30', ZONE);
    const [almere] = cellsOf('week', rows, columns, shifts, STAFF, 0);
    expect(almere?.[0]?.shifts.map(({ id }) => id)).toEqual(['day', 'standby']);
    expect(almere?.[0]?.holes.map(({ from }) => from)).toEqual([
      instantAt('2026-11-30', '00:00', ZONE),
      instantAt('2026-11-30', '20:00', ZONE),
    ]);
  });

  it('shows in a day who serves in each hour', () => {
    const columns = columnsOf('day', '2026-11-30', ZONE);
    const cells = cellsOf('day', rows, columns, [shift('day', '2026-11-30', '08:00', '10:00')], STAFF, 0);
    const served = cells[0]?.map((cell) => cell.shifts.length) ?? [];
    expect(served.slice(7, 11)).toEqual([0, 1, 1, 0]);
    expect(cells[1]?.every(({ holes }) => holes.length === 1)).toBe(true);
  });

  it('calls a hole what somebody was to do who has left', () => {
    const shifts = [
      shift('day', '2026-11-30', '08:00', '20:00'),
      shift('gone', '2026-11-30', '00:00', '08:00', { staffId: 'olga' as StaffId }),
    ];
    const columns = columnsOf('week', '2026-11-30', ZONE);
    const [almere] = cellsOf('week', rows, columns, shifts, STAFF, 0);
    expect(almere?.[0]?.shifts.map(({ id }) => id)).toEqual(['day', 'gone']);
    expect(almere?.[0]?.holes.map(({ from }) => from)).toEqual([
      instantAt('2026-11-30', '00:00', ZONE),
      instantAt('2026-11-30', '20:00', ZONE),
    ]);
  });

  it('does not call a hole what is past', () => {
    const columns = columnsOf('week', '2026-11-30', ZONE);
    const now = instantAt('2026-12-02', '12:00', ZONE);
    const [almere] = cellsOf('week', rows, columns, [], STAFF, now);
    expect(almere?.map(({ holes }) => holes.length)).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });

  it('shows what was planned for a region before it was retired, and has no holes there', () => {
    const columns = columnsOf('week', '2026-11-30', ZONE);
    const past = [{ region: ALMERE, name: 'Almere (opgeheven)', isRetired: true }];
    const [almere] = cellsOf('week', past, columns, [shift('day', '2026-11-30', '08:00', '20:00')], STAFF, 0);
    expect(almere?.map(({ shifts }) => shifts.length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(almere?.every(({ holes }) => holes.length === 0)).toBe(true);
  });

  it('keeps the focus within itself', () => {
    const from = { row: 0, column: 6 };
    expect(moveFrom(from, 'right', 2, 7)).toEqual(from);
    expect(moveFrom(from, 'down', 2, 7)).toEqual({ row: 1, column: 6 });
    expect(moveFrom(from, 'start', 2, 7)).toEqual({ row: 0, column: 0 });
    expect(moveFrom(from, 'last', 2, 7)).toEqual({ row: 1, column: 6 });
  });
});
