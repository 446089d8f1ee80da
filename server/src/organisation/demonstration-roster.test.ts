import { rosterPlan } from '@haven/shared/protocol/roster-plan';
import { burdens } from '@haven/shared/roster/burden';
import { instantAt } from '@haven/shared/roster/calendar';
import { conflictsIn } from '@haven/shared/roster/conflicts';
import { generate } from '@haven/shared/roster/generate';
import { holesIn } from '@haven/shared/roster/holes';
import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_STAFF } from './demonstration';
import { DEMONSTRATION_PLAN } from './demonstration-roster';

const { timeZone, regions, teams, rotations } = DEMONSTRATION_PLAN;
const staff = new Set(DEMONSTRATION_STAFF.map(({ staffId }) => staffId));
/** From a Monday to a Sunday after nine rounds of the rotation, over both changes of the clock and a year’s end. */
const FIRST = '2026-11-30';
const LAST = '2027-12-12';
const { shifts, unfilled } = generate(DEMONSTRATION_PLAN, FIRST, LAST);

describe('The demonstration roster, over a year and more', () => {
  test('is a plan as others are', () => {
    expect(rosterPlan.parse(DEMONSTRATION_PLAN)).toEqual(DEMONSTRATION_PLAN);
    expect(rotations[0]?.teams).toEqual(regions);
  });

  test('has no hole, in any region or at the general desk, day or night', () => {
    const from = instantAt(FIRST, '07:00', timeZone);
    const until = instantAt(LAST, '23:00', timeZone);
    expect(unfilled).toEqual([]);
    expect(holesIn(shifts, [...regions, null], from, until)).toEqual([]);
  });

  test('books nobody twice, and lets everybody rest for eleven hours', () => {
    expect(conflictsIn(shifts, staff)).toEqual([]);
  });

  test('shares nights and weekends evenly over everybody in the regions', () => {
    const inRegions = teams.filter(({ region }) => region !== null).flatMap(({ members }) => members);
    const all = burdens(shifts, inRegions, timeZone);
    const spread = (of: (staffId: (typeof inRegions)[number]) => number) => {
      const counts = inRegions.map(of);
      return Math.max(...counts) - Math.min(...counts);
    };
    expect(spread((each) => all.get(each)?.nights ?? 0)).toBeLessThanOrEqual(2);
    expect(spread((each) => all.get(each)?.weekends ?? 0)).toBeLessThanOrEqual(2);
  });
});
