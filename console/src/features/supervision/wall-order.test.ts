import type { Board } from '@haven/shared/protocol/board';
import type { DeskId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { wallDesks } from './wall-order';

const NONE = { entered: 0, answered: 0, answeredSoon: 0, abandoned: 0, turnedAway: 0 };
const at = (desk: string, more: Partial<Board['desks'][number]> = {}): Board['desks'][number] => ({
  desk: desk as DeskId,
  waiting: 0,
  waitingSince: null,
  served: 0,
  free: 1,
  reach: null,
  isOpen: true,
  isPaused: false,
  isOverflowOpen: false,
  today: NONE,
  ...more,
});

describe('The desks on a wall', () => {
  it('stand with those first that need somebody, then those with more visitors than places', () => {
    const desks = [
      at('alkmaar'),
      at('almere', { waiting: 2, waitingSince: 50 }),
      at('amsterdam', { waiting: 3, waitingSince: 20 }),
      at('haarlem'),
      at('hilversum', { waiting: 1, waitingSince: 10 }),
      at('zaanstad'),
    ];
    const red = [{ desk: 'haarlem' as DeskId, staffId: null, since: 0, aloneSince: 0 }];
    const alarms = [{ kind: 'longest-wait', desk: 'almere' as DeskId, raisedAt: 0 }] as const;
    const sorted = wallDesks({ desks, red }, alarms, (desk) => desk === 'zaanstad');
    expect(sorted.map(({ desk, look }) => `${desk} ${look}`)).toEqual([
      'almere grave',
      'haarlem grave',
      'zaanstad grave',
      'amsterdam hot',
      'hilversum calm',
      'alkmaar calm',
    ]);
  });
});
