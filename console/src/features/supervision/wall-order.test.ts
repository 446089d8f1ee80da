import type { Board } from '@haven/shared/protocol/board';
import type { DeskId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { wallDesks, wallPage } from './wall-order';

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

  it('take turns where there is no room for all, and those that need somebody stay', () => {
    const desks = Array.from({ length: 50 }, (_, index) => ({
      desk: `desk-${index}`,
      look: index < 3 ? ('grave' as const) : ('calm' as const),
    }));
    expect(wallPage(desks, 60, 9)).toEqual({ shown: desks, page: 0, pages: 1 });
    const turns = [0, 1, 2, 3].map((turn) => wallPage(desks, 20, turn));
    expect(turns.map(({ page, pages }) => `${page} ${pages}`)).toEqual(['0 3', '1 3', '2 3', '0 3']);
    for (const { shown } of turns) {
      expect(shown).toHaveLength(20);
      expect(shown.slice(0, 3)).toEqual(desks.slice(0, 3));
      expect(new Set(shown).size).toBe(20);
    }
    expect(new Set(turns.flatMap(({ shown }) => shown)).size).toBe(50);
  });

  it('leave none out when nearly all need somebody', () => {
    const desks = Array.from({ length: 50 }, (_, index) => ({ desk: `desk-${index}`, look: 'hot' as const }));
    const { pages } = wallPage(desks, 20, 0);
    const shown = Array.from({ length: pages }, (_, turn) => wallPage(desks, 20, turn).shown).flat();
    expect(new Set(shown).size).toBe(50);
    expect(wallPage(desks, 1, 7).shown).toHaveLength(1);
  });
});
