import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegionId, StaffId } from '../ids';
import { roster } from '../protocol/roster';
import { hours } from '../units';
import { byStart, nextTurn, onDuty, onStandby, type Roster, type Shift, shiftOf } from './roster';

const MIDNIGHT = Date.UTC(2026, 9, 24);
const AMSTERDAM = 'amsterdam' as RegionId;
const ALMERE = 'almere' as RegionId;
const NOOR = 'noor' as StaffId;
const KARIM = 'karim' as StaffId;

const shift = (staffId: StaffId, from: number, until: number, more: Partial<Shift> = {}): Shift => ({
  id: `${staffId}-${from}`,
  staffId,
  from: MIDNIGHT + hours(from),
  until: MIDNIGHT + hours(until),
  regions: [AMSTERDAM],
  general: false,
  kind: 'duty',
  ...more,
});
const published = (...shifts: readonly Shift[]): Roster => ({
  version: 1,
  timeZone: 'Europe/Amsterdam',
  shifts: shifts.toSorted(byStart),
});
const at = (hour: number) => MIDNIGHT + hours(hour);

describe('Who is on duty', () => {
  const saturday = published(
    shift(NOOR, 8, 16),
    shift(KARIM, 16, 24, { regions: [AMSTERDAM, ALMERE], general: true }),
    shift('dewi' as StaffId, 0, 24, { kind: 'standby', regions: [ALMERE], general: true }),
  );

  test('Noor from the first moment of her shift, Karim from the first after it', () => {
    expect(onDuty(saturday, AMSTERDAM, at(8) - 1)).toEqual([]);
    expect(onDuty(saturday, AMSTERDAM, at(8))).toEqual([NOOR]);
    expect(onDuty(saturday, AMSTERDAM, at(16) - 1)).toEqual([NOOR]);
    expect(onDuty(saturday, AMSTERDAM, at(16))).toEqual([KARIM]);
    expect(onDuty(saturday, AMSTERDAM, at(24))).toEqual([]);
  });

  test('for the general desk whoever serves it as well; standby is asked for by itself', () => {
    expect(onDuty(saturday, null, at(12))).toEqual([]);
    expect(onDuty(saturday, null, at(20))).toEqual([KARIM]);
    expect(onDuty(saturday, ALMERE, at(12))).toEqual([]);
    expect(onStandby(saturday, ALMERE, at(12))).toEqual(['dewi']);
    expect(onStandby(saturday, null, at(12))).toEqual(['dewi']);
    expect(onStandby(saturday, AMSTERDAM, at(12))).toEqual([]);
  });

  test('Noor’s next turn is her start, then her end, then never', () => {
    expect(nextTurn(saturday, NOOR, at(0))).toBe(at(8));
    expect(shiftOf(saturday, NOOR, at(8))?.staffId).toBe(NOOR);
    expect(nextTurn(saturday, NOOR, at(8))).toBe(at(16));
    expect(nextTurn(saturday, NOOR, at(16))).toBeNull();
    expect(nextTurn(saturday, 'levi' as StaffId, at(0))).toBeNull();
  });

  test('a shift that follows at once is another one', () => {
    const double = published(shift(NOOR, 0, 8), shift(NOOR, 8, 16, { general: true }));
    expect(nextTurn(double, NOOR, at(4))).toBe(at(8));
    expect(nextTurn(double, NOOR, at(8))).toBe(at(16));
  });
});

const anyShift: fc.Arbitrary<Shift> = fc
  .record({
    id: fc.uuid(),
    staffId: fc.constantFrom(NOOR, KARIM, 'dewi' as StaffId),
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 14 }),
    regions: fc.subarray([AMSTERDAM, ALMERE]),
    general: fc.boolean(),
    kind: fc.constantFrom('duty' as const, 'standby' as const),
  })
  .map(({ start, length, ...rest }) => ({ ...rest, from: start, until: start + length }));
const anyRoster = fc.array(anyShift, { maxLength: 30 }).map((shifts) => published(...shifts));

describe('However the shifts lie', () => {
  test('those on duty are those whose shift says so, each once', () => {
    const moment = fc.integer({ min: -2, max: 48 });
    fc.assert(
      fc.property(anyRoster, fc.constantFrom(AMSTERDAM, ALMERE, null), moment, (all, region, instant) => {
        const expected = all.shifts
          .filter(({ kind, from, until }) => kind === 'duty' && from <= instant && instant < until)
          .filter(({ regions, general }) => (region === null ? general : regions.includes(region)))
          .map(({ staffId }) => staffId);
        expect(onDuty(all, region, instant)).toEqual([...new Set(expected)]);
      }),
    );
  });

  test('nothing changes for anybody before the next turn, and something does then', () => {
    fc.assert(
      fc.property(anyRoster, fc.integer({ min: -2, max: 48 }), (all, instant) => {
        const now = shiftOf(all, NOOR, instant);
        const turn = nextTurn(all, NOOR, instant);
        for (let later = instant; later < (turn ?? 60); later += 1) {
          expect(shiftOf(all, NOOR, later)).toBe(now);
        }
        expect(turn === null || shiftOf(all, NOOR, turn) !== now).toBe(true);
      }),
    );
  });

  test('it travels and arrives the same', () => {
    fc.assert(
      fc.property(anyRoster, (all) => {
        expect(roster.parse(JSON.parse(JSON.stringify(all)))).toEqual(all);
      }),
    );
  });
});
