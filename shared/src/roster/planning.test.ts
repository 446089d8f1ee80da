import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StaffId } from '../ids';
import { SWAP_STEPS, type Swap } from '../protocol/roster-swap';
import { hours } from '../units';
import { conflictsIn } from './conflicts';
import { differenceOf } from './difference';
import { holesIn } from './holes';
import { isServing, type Shift } from './roster';
import { applySwap, stepSwap } from './swaps';
import { ALMERE, AMSTERDAM } from './testing/plans';

const NOOR = 'noor' as StaffId;
const KARIM = 'karim' as StaffId;
const FATMA = 'fatma' as StaffId;
const shift = (id: string, staffId: StaffId, from: number, until: number): Shift => ({
  id,
  staffId,
  from: hours(from),
  until: hours(until),
  regions: [AMSTERDAM],
  general: true,
  kind: 'duty',
});

describe('What speaks against a shift', () => {
  const staff = new Set([NOOR]);
  const time = (from: number, until: number) => ({ from: hours(from), until: hours(until) });

  test('is a double booking, too little rest, or that somebody has left', () => {
    const shifts = [
      shift('late', NOOR, 15, 23),
      shift('early', NOOR, 31, 39),
      shift('twice', NOOR, 38, 46),
      shift('gone', KARIM, 15, 23),
    ];
    expect(conflictsIn(shifts, staff)).toEqual([
      { kind: 'left', staffId: KARIM, shift: 'gone', time: time(15, 23) },
      {
        kind: 'short-rest',
        staffId: NOOR,
        shift: 'early',
        time: time(31, 39),
        with: 'late',
        withTime: time(15, 23),
        rest: hours(8),
      },
      {
        kind: 'double-booking',
        staffId: NOOR,
        shift: 'twice',
        time: time(38, 46),
        with: 'early',
        withTime: time(31, 39),
      },
    ]);
  });

  test('is nothing where shifts touch, or eleven hours lie between, or one is on standby', () => {
    expect(conflictsIn([shift('a', NOOR, 7, 15), shift('b', NOOR, 15, 23)], staff)).toEqual([]);
    expect(conflictsIn([shift('a', NOOR, 7, 15), shift('b', NOOR, 26, 30)], staff)).toEqual([]);
    const standby: Shift = { ...shift('b', NOOR, 23, 31), kind: 'standby' };
    expect(conflictsIn([shift('a', NOOR, 7, 15), standby], staff)).toEqual([]);
  });
});

const anyShifts = fc.array(
  fc.record({
    id: fc.uuid(),
    staffId: fc.constantFrom(NOOR, KARIM),
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 12 }),
    regions: fc.subarray([AMSTERDAM, ALMERE]),
    general: fc.boolean(),
    kind: fc.constantFrom('duty' as const, 'duty' as const, 'standby' as const),
  }),
  { maxLength: 15 },
);

describe('Holes', () => {
  test('are always exactly the time in which nobody is on duty', () => {
    const regions = [AMSTERDAM, ALMERE, null];
    fc.assert(
      fc.property(anyShifts, (some) => {
        const shifts: Shift[] = some.map(({ length, ...rest }) => ({ ...rest, until: rest.from + length }));
        const holes = holesIn(shifts, regions, 3, 44);
        for (const region of regions) {
          const own = holes.filter((hole) => hole.region === region);
          for (let hour = 3; hour < 44; hour += 1) {
            const isServed = shifts.some(
              (each) =>
                each.kind === 'duty' && isServing(each, region) && each.from <= hour && hour < each.until,
            );
            expect(own.filter(({ from, until }) => from <= hour && hour < until)).toHaveLength(
              isServed ? 0 : 1,
            );
          }
          // Merged: between two holes somebody is there.
          for (const [index, hole] of own.entries()) {
            expect(index === 0 || (own[index - 1]?.until ?? 0) < hole.from).toBe(true);
          }
        }
        expect(holes.map(({ from }) => from)).toEqual(
          holes.map(({ from }) => from).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('A swap', () => {
  const asked: Swap = { id: 's', shift: 'a', inReturn: 'b', from: NOOR, to: KARIM, state: 'asked' };
  const noor = { staffId: NOOR, plans: false };
  const karim = { staffId: KARIM, plans: false };
  const fatma = { staffId: FATMA, plans: true };
  const after = (swap: Swap, step: Parameters<typeof stepSwap>[1], by: typeof noor) => {
    const result = stepSwap(swap, step, by);
    return result.ok ? result.value.state : result.error;
  };

  test('is accepted by Karim, approved by Fatma, and then both shifts have changed hands', () => {
    const accepted = stepSwap(asked, 'accept', karim);
    if (!accepted.ok) throw new Error(accepted.error);
    expect(after(accepted.value, 'approve', fatma)).toBe('approved');
    const shifts = [shift('a', NOOR, 7, 15), shift('b', KARIM, 31, 39), shift('c', NOOR, 55, 63)];
    const swapped = applySwap(shifts, asked);
    expect(swapped.ok && swapped.value.map(({ staffId }) => staffId)).toEqual([KARIM, NOOR, NOOR]);
  });

  test('is nobody else’s to accept, and Fatma approves only what Karim accepted', () => {
    expect(after(asked, 'accept', noor)).toBe('not-yours');
    expect(after(asked, 'approve', karim)).toBe('not-yours');
    expect(after(asked, 'approve', fatma)).toBe('wrong-phase');
    expect(after(asked, 'withdraw', noor)).toBe('withdrawn');
    expect(after(asked, 'decline', karim)).toBe('declined');
    expect(after(asked, 'reject', fatma)).toBe('rejected');
  });

  test('does not happen when one of the shifts has another owner meanwhile', () => {
    const shifts = [shift('a', NOOR, 7, 15), shift('b', FATMA, 31, 39)];
    expect(applySwap(shifts, asked)).toEqual({ ok: false, error: 'shift-gone' });
    expect(applySwap(shifts, { ...asked, inReturn: null }).ok).toBe(true);
  });

  test('always ends: no step leads out of an end', () => {
    const ends = ['approved', 'declined', 'withdrawn', 'rejected'] as const;
    for (const state of ends) {
      for (const step of SWAP_STEPS) {
        for (const by of [noor, karim, fatma]) expect(stepSwap({ ...asked, state }, step, by).ok).toBe(false);
      }
    }
  });
});

describe('What publishing changes', () => {
  test('is what was added, removed or altered', () => {
    const stays = shift('stays', NOOR, 0, 8);
    const moves = shift('moves', NOOR, 24, 32);
    const goes = shift('goes', KARIM, 0, 8);
    const comes = shift('comes', KARIM, 24, 32);
    const moved = { ...moves, staffId: FATMA };
    expect(differenceOf([stays, moves, goes], [{ ...stays }, moved, comes])).toEqual({
      added: [comes],
      removed: [goes],
      changed: [{ before: moves, after: moved }],
    });
  });
});
