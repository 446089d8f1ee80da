import { hours, minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { ago, formatLeft, formatWait } from './duration';

describe('Durations', () => {
  it('of a wait show every second', () => {
    expect(
      [0, seconds(7), minutes(12) + seconds(30), hours(1) + minutes(2) + seconds(9)].map(formatWait),
    ).toEqual(['0:00', '0:07', '12:30', '1:02:09']);
    expect(formatWait(-5)).toBe('0:00');
  });

  it('of time left read zero only when it is over', () => {
    expect([seconds(5), 4001, 1, 0].map(formatLeft)).toEqual(['0:05', '0:05', '0:01', '0:00']);
  });

  it('since something are coarse', () => {
    expect([seconds(59), minutes(3) + 1, hours(2) + minutes(5)].map(ago)).toEqual([
      { unit: 'now' },
      { unit: 'minutes', n: 3 },
      { unit: 'hours', h: 2, m: 5 },
    ]);
  });
});
