import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, PERIOD_KINDS } from '@haven/shared/protocol/reports';
import { closedPeriods, courseOf, daysAfter, isClosed, periodOf, spanOf } from './periods';

describe('Periods', () => {
  it('are named as everybody names them', () => {
    expect(PERIOD_KINDS.map((kind) => periodOf(kind, '2026-11-27'))).toEqual([
      '2026-W48',
      '2026-11',
      '2026-Q4',
      '2026',
    ]);
    // A week belongs to the year of its Thursday.
    expect(periodOf('week', '2027-01-01')).toBe('2026-W53');
    expect(spanOf('2026-W53')).toEqual({ from: '2026-12-28', until: '2027-01-04' });
    expect(spanOf('2026-Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01' });
  });

  it('always: every day lies in one period of each kind, and the name leads back to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(...PERIOD_KINDS), (count, kind) => {
        const day = daysAfter('2020-01-01', count);
        const period = periodOf(kind, day);
        const { from, until } = spanOf(period);
        expect(from <= day && day < until).toBe(true);
        expect(kindOf(period)).toBe(kind);
        expect(periodOf(kind, from)).toBe(period);
        expect(periodOf(kind, until)).not.toBe(period);
      }),
    );
  });

  it('are reported once a day has passed after their end, and never before', () => {
    expect(closedPeriods('month', '2026-01-01', '2026-03-01')).toEqual(['2026-01']);
    expect(closedPeriods('month', '2026-01-01', '2026-03-02')).toEqual(['2026-02', '2026-01']);
    expect(isClosed('2026-Q1', '2026-01-01', '2026-04-01')).toBe(false);
    expect(isClosed('2026-Q1', '2026-01-01', '2026-04-02')).toBe(true);
    expect(isClosed('2025-W53', '2020-01-01', '2026-04-02')).toBe(false);
  });

  it('leave out the week that began before the first day kept', () => {
    expect(closedPeriods('week', '2027-01-01', '2027-01-20')).toEqual(['2027-W02', '2027-W01']);
  });

  it('have a course: the months of a year, else the weeks that begin in them', () => {
    expect(courseOf('2026')).toHaveLength(12);
    expect(courseOf('2026-11')).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49']);
    expect(courseOf('2026-Q4')).toHaveLength(13);
    expect(courseOf('2026-W48')).toEqual([]);
  });
});
