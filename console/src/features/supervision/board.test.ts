import type { Board, BoardPerson } from '@haven/shared/protocol/board';
import type { DeskId, StaffId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { figuresOf, inGroups, soonShare } from './board-figures';
import { createBoardStore } from './board-store';
import { hoursOf, quarterLabel } from './quarters';

const NONE = { entered: 0, answered: 0, answeredSoon: 0, abandoned: 0, turnedAway: 0 };
const at = (desk: string, more: Partial<Board['desks'][number]> = {}): Board['desks'][number] => ({
  desk: desk as DeskId,
  waiting: 0,
  waitingSince: null,
  served: 0,
  free: 0,
  reach: null,
  isOpen: true,
  isPaused: false,
  isOverflowOpen: false,
  today: NONE,
  ...more,
});
const person = (name: string, more: Partial<BoardPerson> = {}): BoardPerson => ({
  staffId: name.toLowerCase() as StaffId,
  displayName: name,
  desks: ['amsterdam' as DeskId],
  isStandby: false,
  until: null,
  presence: 'available',
  since: 0,
  isConnected: true,
  capacity: 3,
  chats: [],
  otherwise: 0,
  restedAt: 0,
  ...more,
});
const board = (more: Partial<Board> = {}): Board => ({
  version: 7,
  now: 0,
  desks: [at('amsterdam'), at('haarlem')],
  regions: [],
  people: [person('Noor')],
  today: NONE,
  red: [],
  quarters: [],
  usual: [],
  ahead: [],
  holes: [],
  thresholds: [],
  ...more,
});
const change = { from: 7, version: 8, now: 1, desks: [], regions: [], people: [], gone: [] };

describe('A board that is watched', () => {
  it('takes each change after the one before, and leaves the other rows the objects they were', () => {
    const store = createBoardStore();
    const first = board({ people: [person('Noor'), person('Bram')] });
    store.whole(first);
    store.changed({
      ...change,
      desks: [at('haarlem', { waiting: 1 })],
      people: [person('Carla')],
      gone: ['bram' as StaffId],
    });
    const shown = store.store.getState().board;
    expect(shown?.desks.map(({ waiting }) => waiting)).toEqual([0, 1]);
    expect(shown?.desks[0]).toBe(first.desks[0]);
    expect(shown?.people.map(({ displayName }) => displayName)).toEqual(['Noor', 'Carla']);
    expect(shown?.version).toBe(8);
  });

  it('notices that it missed one', () => {
    const store = createBoardStore();
    store.whole(board());
    store.changed({ ...change, from: 9, version: 10 });
    expect(store.store.getState()).toMatchObject({ gaps: 1, board: { version: 7 } });
  });

  it('takes nothing once nobody looks at it', () => {
    const store = createBoardStore();
    store.changed(change);
    expect(store.store.getState()).toMatchObject({ board: null, gaps: 0 });
  });
});

describe('The figures of the house', () => {
  it('add up the desks, and count each person’s room once though she serves several', () => {
    const today = { ...NONE, answered: 8, answeredSoon: 6, turnedAway: 2 };
    const figures = figuresOf(
      board({
        // More than these desks have: one was retired.
        today,
        desks: [
          at('amsterdam', { waiting: 2, waitingSince: 50 }),
          at('haarlem', { waiting: 1, waitingSince: 20, served: 4 }),
        ],
        people: [
          person('Noor', { desks: ['amsterdam' as DeskId, 'haarlem' as DeskId], otherwise: 1 }),
          person('Bram', { presence: 'pause' }),
          person('Carla', { isStandby: true }),
          person('Dewi', { isConnected: false }),
        ],
      }),
    );
    expect(figures).toMatchObject({ waiting: 3, waitingSince: 20, served: 4, free: 2 });
    expect(figures.today).toEqual(today);
    expect(soonShare(figures.today)).toBe(75);
    expect(soonShare(NONE)).toBeNull();
  });

  it('put whoever has a red chat first, then by presence and name', () => {
    const red = [{ since: 0, safety: 'red' as const }];
    const people = [
      person('Bram'),
      person('Anna', { presence: 'away' }),
      person('Zoë', { presence: 'busy', chats: red }),
      person('Ada'),
    ];
    const shown = inGroups(people).flatMap((group) => group.people);
    expect(shown.map(({ displayName }) => displayName)).toEqual(['Zoë', 'Ada', 'Bram', 'Anna']);
  });
});

describe('The quarters of a day', () => {
  it('have names, and a table of the hours in which somebody came', () => {
    expect([quarterLabel(0), quarterLabel(37), quarterLabel(95)]).toEqual(['00:00', '09:15', '23:45']);
    const quarters = Array.from({ length: 96 }, (_, quarter) => (quarter === 37 ? 2 : 0));
    expect(hoursOf(quarters)).toEqual([{ label: '09:00', from: 36, counts: [0, 2, 0, 0] }]);
  });
});
