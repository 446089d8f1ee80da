import type { ColleagueView } from '@haven/shared/colleagues/worker-messages';
import { staffId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { BILAL, bilal, FATIMA, NIGHT, staff } from '../../testing/duty-desk';
import { atTheDesk } from './at-the-desk';
import type { ColleaguesState } from './colleagues-store';

const said: ColleagueView = {
  staffId: BILAL,
  displayName: 'Bilal',
  words: [],
  fault: null,
  away: false,
  texts: [{ id: 'a', mine: false, at: NIGHT, text: 'Ik ga zo naar huis.', delivery: null }],
};
const state = (...views: readonly ColleagueView[]): ColleaguesState => ({
  views: new Map(views.map((view) => [view.staffId, view])),
  seen: new Map(),
  drafts: new Map(),
  open: null,
});
const dewi = staff({ staffId: staffId.parse('dewi'), displayName: 'Dewi' });
const names = (...given: Parameters<typeof atTheDesk>) =>
  atTheDesk(...given).map(({ displayName, presence }) => `${displayName}: ${presence ?? 'gone'}`);

describe('The colleagues whom Fatima sees', () => {
  it('are at the desk: whoever closed the last tab is not, whoever is away with a tab open is', () => {
    const everybody = [staff(), dewi, bilal({ presence: 'away' })];
    expect(names(everybody, FATIMA, state(), '')).toEqual(['Bilal: away', 'Dewi: available']);
    const without = [staff(), dewi, bilal({ presence: 'away', there: false })];
    expect(names(without, FATIMA, state(), '')).toEqual(['Dewi: available']);
  });

  it('stay to be read when they have gone, first as long as it is unread', () => {
    const left = [staff(), dewi, bilal({ presence: 'away', there: false })];
    expect(names(left, FATIMA, state(said), '')).toEqual(['Bilal: gone', 'Dewi: available']);
    // The server has forgotten him; what he said is still here.
    expect(names([staff(), dewi], FATIMA, state(said), '')).toEqual(['Bilal: gone', 'Dewi: available']);
    expect(names([staff(), dewi], FATIMA, state({ ...said, texts: [] }), '')).toEqual(['Dewi: available']);
    expect(names([staff(), dewi], FATIMA, state(said), 'bil')).toEqual(['Bilal: gone']);
  });

  it('are no administrators', () => {
    expect(names([staff(), bilal({ role: 'administrator' })], FATIMA, state(), '')).toEqual([]);
  });
});
