import { expect, it } from 'vitest';
import { createTimes, weekdayName } from './times';

const NIGHT = Date.parse('2026-11-24T23:40:00Z');

it('speaks of the clock of the organisation, wherever the browser stands', () => {
  const amsterdam = createTimes('nl', 'Europe/Amsterdam');
  expect(amsterdam.clock(NIGHT)).toBe('00:40');
  expect(amsterdam.dayLong(NIGHT)).toBe('woensdag 25 november');
  expect(amsterdam.dayAndClock(NIGHT)).toBe('wo 25 nov 00:40');
  expect(amsterdam.dayLongAndClock(NIGHT)).toContain('woensdag 25 november');
  expect(amsterdam.dateAndClock(NIGHT)).toContain('25 nov 2026');
  const paramaribo = createTimes('en', 'America/Paramaribo');
  expect(paramaribo.clock(NIGHT)).toBe('20:40');
  expect(paramaribo.dayAndClock(NIGHT)).toMatch(/^Tue,? 24 Nov 20:40$/);
});

it('leaves out the day where it is today on that clock', () => {
  const times = createTimes('nl', 'Europe/Amsterdam');
  expect(times.clockNear(NIGHT, Date.parse('2026-11-25T09:00:00Z'))).toBe('00:40');
  expect(times.clockNear(NIGHT, Date.parse('2026-11-24T22:59:00Z'))).toBe('wo 25 nov 00:40');
});

it('names the days of a plan the same on every clock', () => {
  for (const timeZone of ['Pacific/Kiritimati', 'America/Paramaribo']) {
    expect(createTimes('nl', timeZone).planDay('2026-12-25')).toBe('vr 25 dec');
  }
  expect([1, 7].map((day) => weekdayName(day, 'nl'))).toEqual(['ma', 'zo']);
  expect(weekdayName(3, 'en', 'long')).toBe('Wednesday');
});
