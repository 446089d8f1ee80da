import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../units';
import { goneAt, KEPT } from './keeping';

const NOON = Date.UTC(2026, 10, 28, 12);
const instant = fc.integer({ min: NOON - hours(48), max: NOON + hours(48) });

describe('A text between colleagues is gone', () => {
  test('half an hour after the end of the shift', () => {
    expect(goneAt(NOON, NOON + hours(3))).toBe(NOON + hours(3) + minutes(30));
  });

  test('half an hour after it was said, when the shift is over already', () => {
    expect(goneAt(NOON, NOON - hours(1))).toBe(NOON + minutes(30));
  });

  test('twelve hours after it was said, where there is no roster', () => {
    expect(goneAt(NOON, null)).toBe(NOON + hours(12));
  });

  test('never later than after twelve hours, never before half an hour has passed, whatever the roster says', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), (since, shiftEnd) => {
        const gone = goneAt(since, shiftEnd);
        expect(gone).toBeLessThanOrEqual(since + KEPT.longest);
        expect(gone).toBeGreaterThanOrEqual(since + KEPT.afterShift);
      }),
    );
  });

  test('not earlier because the shift was made longer', () => {
    fc.assert(
      fc.property(instant, instant, fc.nat(hours(9)), (since, shiftEnd, longer) => {
        expect(goneAt(since, shiftEnd + longer)).toBeGreaterThanOrEqual(goneAt(since, shiftEnd));
      }),
    );
  });
});
