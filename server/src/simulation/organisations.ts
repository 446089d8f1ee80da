import { deskId, regionId, type RegionId, staffId } from '@haven/shared/ids';
import { byStart, type Shift } from '@haven/shared/roster/roster';
import { type Instant, days, hours, minutes } from '@haven/shared/units';
import type { DeskPlan } from '../desk/plan';

export const REGIONS = ['alkmaar', 'almere', 'amsterdam', 'haarlem', 'hilversum', 'zaanstad'].map((name) =>
  regionId.parse(name),
);
const GENERAL = deskId.parse('general');

/** Three ways to use the same hours of the same people. */
export const WAYS = ['each-region-for-itself', 'rotation-with-overflow', 'everything-pooled'] as const;
export type Way = (typeof WAYS)[number];

/** Shifts relieve each other with ten minutes to spare, in which the one before is rung no more. */
const OVERLAP = minutes(10);

/** When people work, in hours of the day, and how many of each region team. A night belongs to one team in turn. */
const DAYTIME = [
  { from: 7, until: 15, ofEach: 1 },
  { from: 15, until: 23, ofEach: 1 },
  { from: 12, until: 20, ofEach: 0.5 },
] as const;
const NIGHT = { from: 23, until: 31, people: 2 } as const;

/** The people of a region are numbered; who has which shift goes round. */
const person = (region: RegionId, number: number) => staffId.parse(`${region}-${number % 10}`);

/**
 * The shifts of so many weeks. Nobody works more hours in one way than in another: each region for itself spends on its
 * own nights what the rotation spends on everybody's.
 */
function shiftsOf(way: Way, start: Instant, weeks: number): readonly Shift[] {
  const shifts: Shift[] = [];
  const add = (who: string, from: Instant, until: Instant, regions: readonly RegionId[], general: boolean) =>
    shifts.push({
      id: `${who} ${from}`,
      staffId: staffId.parse(who),
      from: from - OVERLAP,
      until,
      regions: [...regions],
      general,
      kind: 'duty',
    });
  // The night in which the first day begins has its people too.
  addNight(way, -1, start - days(1), add);
  for (let day = 0; day < 7 * weeks; day += 1) {
    const midnight = start + days(day);
    for (const [index, region] of REGIONS.entries()) {
      for (const [slot, { from, until, ofEach }] of DAYTIME.entries()) {
        if (ofEach < 1 && (day + index) % 2 === 1) continue;
        const who = person(region, day * 2 + slot * 3);
        const own = way === 'everything-pooled' ? REGIONS : [region];
        // The general desk has no people of its own: each day two regions' teams serve it as well.
        const general = way === 'everything-pooled' || (day + index) % 3 === 0;
        add(who, midnight + hours(from), midnight + hours(until), own, general);
      }
    }
    addNight(way, day, midnight, add);
  }
  return shifts.toSorted(byStart);
}

type Add = (
  who: string,
  from: Instant,
  until: Instant,
  regions: readonly RegionId[],
  general: boolean,
) => void;

/** Two people a night: for all regions by turns of the teams, or of two regions each night for their own alone. */
function addNight(way: Way, day: number, midnight: Instant, add: Add): void {
  const [from, until] = [midnight + hours(NIGHT.from), midnight + hours(NIGHT.until)];
  for (let number = 0; number < NIGHT.people; number += 1) {
    const turn = way === 'each-region-for-itself' ? day * NIGHT.people + number : Math.floor(day / 7);
    const region = REGIONS[(turn + REGIONS.length) % REGIONS.length];
    if (region === undefined) return;
    const own = way === 'each-region-for-itself' ? [region] : REGIONS;
    add(person(region, day * 2 + 7 + number * 2), from, until, own, way !== 'each-region-for-itself');
  }
}

/** What the desk goes by. Only the rotation has overflow: a pool needs none, and each for itself wants none. */
export function planOf(way: Way, start: Instant, weeks: number): DeskPlan {
  const desks = [
    ...REGIONS.map((region) => ({
      id: deskId.parse(region),
      name: { nl: region, en: region },
      regions: [region],
    })),
    { id: GENERAL, name: { nl: 'algemeen', en: 'general' }, regions: [] },
  ];
  const none = Object.fromEntries(desks.map(({ id }) => [id, []]));
  return {
    desks,
    generalDesk: GENERAL,
    roster: { version: 1, timeZone: 'UTC', shifts: [...shiftsOf(way, start, weeks)] },
    overflow: way === 'rotation-with-overflow' ? {} : none,
    hours: {},
    timeZone: 'UTC',
  };
}
