import { hours, minutes } from '@haven/shared/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, localTime, QUARTERS } from './local-day';

const AMSTERDAM = 'Europe/Amsterdam';
const anyMoment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

describe('The organisation’s day', () => {
  it('is what the clock on its wall shows, whatever the server’s', () => {
    expect(localTime(AMSTERDAM, Date.UTC(2026, 2, 2, 23, 20))).toEqual({
      day: '2026-03-03',
      weekday: 2,
      quarter: 1,
    });
    expect(localTime(AMSTERDAM, Date.UTC(2026, 2, 8, 12))).toEqual({
      day: '2026-03-08',
      weekday: 7,
      quarter: 52,
    });
  });

  it('has 24 hours, 23 when the clock goes forward and 25 when it goes back', () => {
    const lengthOf = (month: number, day: number) => {
      const noonBefore = Date.UTC(2026, month, day - 1, 12);
      const begins = endOfDay(AMSTERDAM, noonBefore);
      return (endOfDay(AMSTERDAM, begins) - begins) / hours(1);
    };
    expect(lengthOf(2, 2)).toBe(24);
    expect(lengthOf(2, 29)).toBe(23);
    expect(lengthOf(9, 25)).toBe(25);
  });

  it('always ends at the first moment of another day, in every zone', () => {
    const anyZone = fc.constantFrom(
      AMSTERDAM,
      'UTC',
      'Asia/Kathmandu',
      'America/Paramaribo',
      'America/Curacao',
    );
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, at) => {
        const end = endOfDay(zone, at);
        const { day, quarter } = localTime(zone, at);
        expect(end).toBeGreaterThan(at);
        expect(localTime(zone, end - 1).day).toBe(day);
        expect(localTime(zone, end)).toMatchObject({ quarter: 0 });
        expect(localTime(zone, end).day > day).toBe(true);
        expect(end - at).toBeLessThanOrEqual(hours(25));
        expect(end % minutes(15)).toBe(0);
        expect(quarter).toBeLessThan(QUARTERS);
      }),
    );
  });
});
