import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StaffId } from '../ids';
import { hours, minutes } from '../units';
import { burdens } from './burden';
import { addDays, instantAt, startOfDay } from './calendar';
import { conflictsIn, isRefused } from './conflicts';
import { copyWeek } from './copy-week';
import { expand } from './expand';
import { generate } from './generate';
import { holesIn } from './holes';
import { onDuty } from './roster';
import { ALMERE, AMSTERDAM, DAY, EVENING, NIGHT, planOf, ZONE } from './testing/plans';

const plan = planOf(DAY, EVENING, NIGHT);
const everybody = plan.teams.flatMap(({ members }) => members);
const someDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));

describe('A quarter generated from the plan', () => {
  test('always has somebody on duty for every region, and nobody twice or without rest', () => {
    fc.assert(
      fc.property(someDay, (first) => {
        const last = addDays(first, 90);
        const { shifts, unfilled } = generate(plan, first, last);
        const from = instantAt(first, '07:00', ZONE);
        const until = instantAt(last, '23:00', ZONE);
        expect(unfilled).toEqual([]);
        expect(holesIn(shifts, [AMSTERDAM, ALMERE, null], from, until)).toEqual([]);
        expect(conflictsIn(shifts, new Set(everybody))).toEqual([]);
        expect(new Set(shifts.map(({ id }) => id)).size).toBe(shifts.length);
      }),
      { numRuns: 6 },
    );
  });

  test('always shares nights and hours evenly within a team', () => {
    fc.assert(
      fc.property(someDay, (first) => {
        const { shifts } = generate(plan, first, addDays(first, 90));
        for (const { members } of plan.teams) {
          const all = [...burdens(shifts, members, ZONE)].filter(([id]) => members.includes(id));
          const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);
          expect(spread(all.map(([, { nights }]) => nights))).toBeLessThanOrEqual(2);
          expect(spread(all.map(([, { worked }]) => worked))).toBeLessThanOrEqual(hours(32));
        }
      }),
      { numRuns: 6 },
    );
  });

  test('agrees, minute by minute, with what its shifts say', () => {
    const around = fc.constantFrom('2026-03-28', '2026-10-24', '2026-12-31');
    fc.assert(
      fc.property(around, fc.integer({ min: 0, max: 3 * 24 * 60 }), (first, minute) => {
        const { shifts } = generate(plan, addDays(first, -1), addDays(first, 3));
        const instant = startOfDay(first, ZONE) + minutes(minute);
        const expected = shifts.filter(({ from, until }) => from <= instant && instant < until);
        expect(onDuty({ version: 1, timeZone: ZONE, shifts }, AMSTERDAM, instant)).toEqual(
          expected.map(({ staffId }) => staffId),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('has on duty, at any minute of a wall clock, one of the team whose week it is, from the turn until the next', () => {
    const around = fc.constantFrom('2026-03-28', '2026-10-24', '2026-12-31', '2027-03-27', '2027-10-30');
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: ZONE,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    /** What hangs on the wall there: a calendar and a clock, and nothing of ours. */
    const wall = (instant: number) => {
      const [date = '', clock = ''] = format.format(instant).split(', ');
      const isEarly = clock < '07:00';
      const began = isEarly ? '23:00' : clock < '15:00' ? '07:00' : clock < '23:00' ? '15:00' : '23:00';
      const day = new Date(Date.parse(`${date}T12:00Z`) - (isEarly ? hours(24) : 0));
      const week = Math.floor((day.getTime() - Date.UTC(2026, 0, 5)) / hours(7 * 24));
      const team = ((week % 2) + 2) % 2 === 0 ? 'amsterdam' : 'almere';
      return { team, began: instantAt(day.toISOString().slice(0, 10), began, ZONE) };
    };
    const places = fc.constantFrom(AMSTERDAM, ALMERE, null);
    fc.assert(
      fc.property(around, places, fc.integer({ min: 0, max: 3 * 25 * 60 }), (first, region, minute) => {
        const { shifts } = generate(plan, addDays(first, -2), addDays(first, 4));
        const roster = { version: 1, timeZone: ZONE, shifts };
        const instant = startOfDay(first, ZONE) + minutes(minute);
        const { team, began } = wall(instant);
        const [person, ...others] = onDuty(roster, region, instant);
        expect(others).toEqual([]);
        expect(plan.teams.find(({ members }) => members.includes(person as StaffId))?.id).toBe(team);
        expect(onDuty(roster, region, began)).toEqual([person]);
        expect(onDuty(roster, region, began - 1)).not.toEqual([person]);
      }),
      { numRuns: 200 },
    );
  });

  test('books nobody over what stands, and goes on with the counts that stand', () => {
    const week = generate(plan, '2026-11-02', '2026-11-08').shifts;
    const next = generate(plan, '2026-11-16', '2026-11-22', week).shifts;
    expect(conflictsIn([...week, ...next], new Set(everybody)).filter(isRefused)).toEqual([]);
    const members = plan.teams[0]?.members ?? [];
    const carried = burdens([...week, ...next], members, ZONE);
    const nights = members.map((staffId) => carried.get(staffId)?.nights ?? 0);
    expect(Math.max(...nights) - Math.min(...nights)).toBeLessThanOrEqual(1);
  });

  test('gives the same shifts the same names when it is generated anew', () => {
    const once = generate(plan, '2026-11-02', '2026-11-08').shifts;
    expect(generate(plan, '2026-11-02', '2026-11-08').shifts).toEqual(once);
  });

  test('says what the team has nobody for', () => {
    const crowd = planOf({ ...DAY, people: 7 });
    const { shifts, unfilled } = generate(crowd, '2026-11-02', '2026-11-02');
    expect(shifts).toHaveLength(5);
    expect(unfilled.map(({ missing, slot }) => [slot.pattern, missing])).toEqual([['day', 2]]);
    const [gone] = expand({ ...plan, teams: [] }, '2026-11-02', '2026-11-02');
    expect(gone?.team).toBeNull();
  });
});

describe('Copying a week', () => {
  test('keeps the times on the clock when the clock changes between', () => {
    const week = generate(plan, '2026-10-12', '2026-10-18').shifts;
    let made = 0;
    const copy = copyWeek(week, '2026-10-14', '2026-10-19', ZONE, () => `copy-${(made += 1)}`);
    expect(copy).toHaveLength(week.length);
    const expected = generate(plan, '2026-10-19', '2026-10-25').shifts;
    expect(copy.map(({ from, until }) => [from, until])).toEqual(
      expected.map(({ from, until }) => [from, until]),
    );
  });
});

describe('What somebody carries', () => {
  test('is counted in nights, weekends, hours and standby', () => {
    const { shifts } = generate(plan, '2026-10-24', '2026-10-25');
    const carried = burdens(shifts, ['levi' as StaffId], ZONE);
    expect(carried.get('levi' as StaffId)).toMatchObject({ shifts: 0, nights: 0, weekends: 0 });
    const sum = (of: (burden: { nights: number; weekends: number; worked: number }) => number) =>
      [...carried.values()].reduce((total, burden) => total + of(burden), 0);
    expect(sum(({ nights }) => nights)).toBe(2);
    // The night in which the clock goes back takes an hour more.
    expect(sum(({ worked }) => worked)).toBe(hours(49));
  });
});
