import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../units';
import { addDays, startOfDay, timeOf, weekOf } from './calendar';
import { exceptionOn, expand, turnOf } from './expand';
import { NIGHT, pattern, planOf, ZONE } from './testing/plans';

/** The clock goes forward on 29 March and back on 25 October 2026. */
const SPRING = '2026-03-28';
const AUTUMN = '2026-10-24';
const YEARS_END = '2026-12-30';

describe('A night shift', () => {
  const lengthOn = (date: string) => expand(planOf(NIGHT), date, date).map(({ from, until }) => until - from);

  test('lasts eight hours, seven when the clock goes forward, nine when it goes back', () => {
    expect(lengthOn('2026-06-01')).toEqual([hours(8)]);
    expect(lengthOn(SPRING)).toEqual([hours(7)]);
    expect(lengthOn(AUTUMN)).toEqual([hours(9)]);
  });

  test('that begins at an hour the clock leaves out begins when it jumps', () => {
    const small = planOf(
      pattern('small', '02:30', '07:00'),
      pattern('gone', '02:10', '02:50'),
      pattern('first', '02:00', '07:00'),
    );
    const slots = expand(small, addDays(SPRING, 1), addDays(SPRING, 1));
    expect(slots.map((slot) => [slot.pattern, timeOf(slot.from, ZONE)])).toEqual([
      ['small', '03:00'],
      ['first', '03:00'],
    ]);
  });
});

const clockTime = fc
  .integer({ min: 0, max: 24 * 12 - 1 })
  .map((fives) => minutes(fives * 5))
  .map((time) => new Date(time).toISOString().slice(11, 16));

describe('Patterns that follow each other on the clock', () => {
  test('tile the days without gap or overlap, whenever the clock changes or the year ends', () => {
    const cuts = fc.uniqueArray(clockTime, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cuts, fc.constantFrom(SPRING, AUTUMN, YEARS_END), (times, date) => {
        const sorted = times.toSorted();
        const patterns = sorted.map((from, index) =>
          pattern(`p${index}`, from, sorted[(index + 1) % sorted.length] ?? from),
        );
        const slots = expand(planOf(...patterns), addDays(date, -1), addDays(date, 3));
        const ends = slots.map(({ until }) => until);
        expect(slots.slice(1).map(({ from }) => from)).toEqual(ends.slice(0, -1));
      }),
      { examples: [[['02:00'], SPRING]] },
    );
  });

  test('lie where a calendar and a clock, looked at every minute, say', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const when = fc.constantFrom(SPRING, AUTUMN, YEARS_END);
    fc.assert(
      fc.property(clockTime, clockTime, days, when, (from, until, weekdays, date) => {
        fc.pre(from < until);
        const slots = expand(planOf(pattern('p', from, until, { weekdays })), date, addDays(date, 2));
        const begin = startOfDay(date, ZONE);
        const end = startOfDay(addDays(date, 3), ZONE);
        const format = new Intl.DateTimeFormat('en-GB', {
          timeZone: ZONE,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
        const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
        for (let instant = begin; instant < end; instant += minutes(15)) {
          const [weekday = '', clock = ''] = format.format(instant).split(/,? /);
          // The hour that comes twice belongs to whoever began in its first round and has not ended in it.
          const isTwice = clock.startsWith('02') && date === AUTUMN && weekday === 'Sun';
          const says = weekdays.includes(names.indexOf(weekday) + 1) && from <= clock && clock < until;
          const is = slots.some((slot) => slot.from <= instant && instant < slot.until);
          expect(isTwice || is === says).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('A rotation', () => {
  const [nights] = planOf().rotations;
  if (nights === undefined) throw new Error('The plan has a rotation.');

  test('turns on Monday, whatever day its anchor is', () => {
    expect(turnOf(nights, '2026-01-05')).toBe('amsterdam');
    expect(turnOf(nights, '2026-01-11')).toBe('amsterdam');
    expect(turnOf(nights, '2026-01-12')).toBe('almere');
    expect(turnOf(nights, '2026-01-04')).toBe('almere');
  });

  test('goes on over the end of a year of 53 weeks', () => {
    expect(weekOf('2026-12-31')).toEqual({ year: 2026, week: 53 });
    expect(weekOf('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(weekOf('2027-01-04')).toEqual({ year: 2027, week: 1 });
    expect(turnOf(nights, '2026-12-27')).not.toBe(turnOf(nights, '2026-12-28'));
    expect(turnOf(nights, '2026-12-28')).toBe(turnOf(nights, '2027-01-03'));
    expect(turnOf(nights, '2027-01-03')).not.toBe(turnOf(nights, '2027-01-04'));
  });

  test('always gives every team as many weeks as there are rounds', () => {
    const teams = fc.integer({ min: 1, max: 9 }).map((n) => Array.from({ length: n }, (_, i) => `team-${i}`));
    const date = fc.integer({ min: -3000, max: 3000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(teams, date, date, fc.integer({ min: 1, max: 5 }), (all, anchor, first, rounds) => {
        const weeks = Array.from({ length: all.length * rounds }, (_, week) => addDays(first, week * 7));
        const turns = weeks.map((day) => turnOf({ id: 'r', name: 'r', teams: all, anchor }, day));
        for (const team of all) expect(turns.filter((turn) => turn === team)).toHaveLength(rounds);
      }),
    );
  });
});

describe('An exception', () => {
  const christmas = { id: 'christmas', name: 'Christmas', first: '2026-12-25', last: '2026-12-26' };
  const winter = { id: 'winter', name: 'Winter', first: '2026-12-21', last: '2027-01-03' };

  test('has its own staffing, or none; the shorter one holds within the longer', () => {
    const plan = {
      ...planOf(NIGHT, pattern('quiet', '10:00', '14:00', { exception: 'christmas' })),
      exceptions: [winter, christmas],
    };
    expect(exceptionOn(plan.exceptions, '2026-12-25')).toBe(christmas);
    expect(exceptionOn(plan.exceptions, '2027-01-04')).toBeNull();
    const slots = expand(plan, '2026-12-19', '2027-01-04');
    expect(slots.map(({ pattern: id, date }) => `${id} ${date}`)).toEqual([
      'night 2026-12-19',
      'night 2026-12-20',
      'quiet 2026-12-25',
      'quiet 2026-12-26',
      'night 2027-01-04',
    ]);
  });
});
