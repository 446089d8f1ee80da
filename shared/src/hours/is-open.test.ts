import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingHours, type OpeningHours } from '../protocol/opening-hours';
import { minutes } from '../units';
import { isOpen } from './is-open';

const ZONE = 'Europe/Amsterdam';
const at = (text: string) => Date.parse(text);
const office = [{ from: '09:00', until: '17:00' }];
const evening = [
  { from: '00:00', until: '02:30' },
  { from: '18:00', until: '24:00' },
];
const hours = (more: Partial<OpeningHours> = {}): OpeningHours => ({
  week: [office, office, office, office, office, evening, []],
  days: [],
  message: { nl: 'Op werkdagen van 9 tot 17 uur', en: 'Working days from 9 to 5' },
  ...more,
});

describe('A desk with opening hours', () => {
  test('opens and closes on the minute, in summer as in winter', () => {
    expect(isOpen(hours(), ZONE, at('2026-03-02T08:59:59.999+01:00'))).toBe(false);
    expect(isOpen(hours(), ZONE, at('2026-03-02T09:00+01:00'))).toBe(true);
    expect(isOpen(hours(), ZONE, at('2026-03-02T16:59:59.999+01:00'))).toBe(true);
    expect(isOpen(hours(), ZONE, at('2026-03-02T17:00+01:00'))).toBe(false);
    expect(isOpen(hours(), ZONE, at('2026-07-06T09:00+02:00'))).toBe(true);
    expect(isOpen(hours(), ZONE, at('2026-07-06T17:00+02:00'))).toBe(false);
  });

  test('is open to the end of the day, and closed on its free day', () => {
    expect(isOpen(hours(), ZONE, at('2026-03-07T23:59:59+01:00'))).toBe(true);
    expect(isOpen(hours(), ZONE, at('2026-03-08T00:00+01:00'))).toBe(false);
  });

  test('keeps to the clock when the clock goes back: what it shows twice is open twice', () => {
    const night = hours({ week: [[], [], [], [], [], [], evening] });
    for (const moment of ['2026-10-25T02:29+02:00', '2026-10-25T02:29+01:00']) {
      expect(isOpen(night, ZONE, at(moment))).toBe(true);
    }
    for (const moment of ['2026-10-25T02:31+02:00', '2026-10-25T02:31+01:00']) {
      expect(isOpen(night, ZONE, at(moment))).toBe(false);
    }
  });

  test('takes a holiday as it is written, whatever the day of the week', () => {
    const christmas = hours({ days: [{ date: '2026-12-25', periods: [] }] });
    expect(isOpen(christmas, ZONE, at('2026-12-25T12:00+01:00'))).toBe(false);
    const king = hours({
      week: null,
      days: [{ date: '2026-04-27', periods: [{ from: '10:00', until: '12:00' }] }],
    });
    expect(isOpen(king, ZONE, at('2026-04-27T11:00+02:00'))).toBe(true);
    expect(isOpen(king, ZONE, at('2026-04-27T12:00+02:00'))).toBe(false);
    expect(isOpen(king, ZONE, at('2026-04-28T03:00+02:00'))).toBe(true);
  });

  test('refuses a period that ends before it begins', () => {
    expect(
      openingHours.safeParse(hours({ week: Array(7).fill([{ from: '17:00', until: '09:00' }]) as never }))
        .success,
    ).toBe(false);
    expect(openingHours.safeParse(hours()).success).toBe(true);
  });

  test('is open for as many minutes as its clock shows, around every change of the clock', () => {
    const day = fc.constantFrom('2026-03-29', '2026-10-25', '2026-12-31', '2026-06-01');
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const always = hours({ week: Array.from({ length: 7 }, () => [{ from: '00:00', until: '24:00' }]) });
        const instant = at(`${date}T00:00Z`) + minutes(minute);
        expect(isOpen(always, ZONE, instant)).toBe(true);
        expect(isOpen(hours({ week: null }), ZONE, instant)).toBe(true);
      }),
    );
  });
});
