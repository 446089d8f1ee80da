import { describe, expect, it } from 'vitest';
import type { DeskId, StaffId } from '../ids';
import type { AlarmThresholds, Board } from '../protocol/board';
import { hours, minutes, seconds } from '../units';
import { type AlarmState, alarmsAfter, NO_ALARMS, raised } from './alarms';

const AMSTERDAM = 'amsterdam' as DeskId;
const NONE = { entered: 0, answered: 0, answeredSoon: 0, abandoned: 0, turnedAway: 0 };
const THRESHOLDS: AlarmThresholds = {
  longestWaitSeconds: 120,
  nobodySeconds: 60,
  redAloneSeconds: 30,
  holeHours: 4,
};
const noor = (presence: 'available' | 'pause') => ({
  staffId: 'noor' as StaffId,
  displayName: 'Noor',
  desks: [AMSTERDAM],
  isStandby: false,
  until: null,
  presence,
  since: 0,
  isConnected: true,
  capacity: 1,
  chats: [],
  otherwise: 0,
  restedAt: 0,
});

type Story = { readonly waitingSince?: number | null; readonly noor?: 'available' | 'pause' } & Partial<
  Pick<Board, 'red' | 'holes'>
> & { readonly thresholds?: Partial<AlarmThresholds>; readonly isPaused?: boolean };

const board = (story: Story = {}): Board => ({
  version: 1,
  now: 0,
  desks: [
    {
      desk: AMSTERDAM,
      waiting: typeof story.waitingSince === 'number' ? 1 : 0,
      waitingSince: story.waitingSince ?? null,
      served: 0,
      free: 1,
      reach: null,
      isOpen: true,
      isPaused: story.isPaused ?? false,
      isOverflowOpen: false,
      today: NONE,
    },
  ],
  regions: [],
  people: [noor(story.noor ?? 'available')],
  today: NONE,
  red: story.red ?? [],
  quarters: [],
  usual: [],
  ahead: [],
  holes: story.holes ?? [],
  thresholds: [{ desk: AMSTERDAM, thresholds: { ...THRESHOLDS, ...story.thresholds } }],
});

/** Looks once a second, at the board as it is at each moment. */
function watch(from: number, until: number, at: (now: number) => Board, before: AlarmState = NO_ALARMS) {
  let state = before;
  const kinds = new Set<string>();
  let began = 0;
  for (let now = from; now <= until; now += seconds(1)) {
    const known = raised(state).length;
    state = alarmsAfter(state, at(now), now);
    if (raised(state).length > known) began += 1;
    for (const { kind } of raised(state)) kinds.add(kind);
  }
  return { state, kinds: [...kinds], began };
}

describe('An alarm', () => {
  it('begins when somebody has waited for as long as the threshold says', () => {
    const at = () => board({ waitingSince: 0 });
    expect(watch(0, seconds(119), at).kinds).toEqual([]);
    expect(watch(0, seconds(120), at).kinds).toEqual(['longest-wait']);
  });

  it('does not flap: a cause that comes and goes is one alarm, and ends after half a minute of calm', () => {
    const at = (now: number) =>
      board({ waitingSince: Math.floor(now / seconds(10)) % 2 === 0 ? 0 - minutes(5) : null });
    const { state, began } = watch(0, minutes(3), at);
    expect(began).toBe(1);
    expect(raised(state)).toMatchObject([{ kind: 'longest-wait', desk: AMSTERDAM, raisedAt: 0 }]);
    const calm = () => board();
    expect(raised(watch(minutes(3), minutes(3) + seconds(29), calm, state).state)).toHaveLength(1);
    expect(raised(watch(minutes(3), minutes(3) + seconds(31), calm, state).state)).toEqual([]);
  });

  it('waits until nobody has been available for a while: a short pause is none', () => {
    const at = (now: number) => board({ noor: now % minutes(1) < seconds(50) ? 'pause' : 'available' });
    expect(watch(0, minutes(5), at).kinds).toEqual([]);
    expect(watch(0, seconds(61), () => board({ noor: 'pause' })).kinds).toEqual(['nobody-available']);
    expect(watch(0, minutes(5), () => board({ noor: 'pause', isPaused: true })).kinds).toEqual([]);
  });

  it('is raised for a red chat that nobody is with, before all others', () => {
    const red = [{ desk: AMSTERDAM, staffId: null, since: 0, aloneSince: 0 }];
    const { state } = watch(0, minutes(3), () => board({ waitingSince: 0, red }));
    expect(raised(state).map(({ kind }) => kind)).toEqual(['red-alone', 'longest-wait']);
    const cared = [{ desk: AMSTERDAM, staffId: 'noor' as StaffId, since: 0, aloneSince: null }];
    expect(watch(0, minutes(3), () => board({ red: cared })).kinds).toEqual([]);
  });

  it('says hours before that the roster has a hole, and not once it is over', () => {
    const at = () => board({ holes: [{ desk: AMSTERDAM, from: hours(6), until: hours(7) }] });
    expect(watch(hours(1), hours(1), at).kinds).toEqual([]);
    expect(watch(hours(2), hours(2), at).kinds).toEqual(['roster-hole']);
    expect(watch(hours(7), hours(7), at).kinds).toEqual([]);
  });

  it('never begins where supervisors want none', () => {
    const red = [{ desk: AMSTERDAM, staffId: null, since: 0, aloneSince: 0 }];
    const thresholds = {
      longestWaitSeconds: null,
      nobodySeconds: null,
      redAloneSeconds: null,
      holeHours: null,
    };
    const at = () => board({ waitingSince: 0, noor: 'pause', red, thresholds });
    expect(watch(0, minutes(20), at).kinds).toEqual([]);
  });
});
