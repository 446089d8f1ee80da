import { describe, expect, it } from 'vitest';
import { contactOf } from './testing/stories';
import { forecastOf } from './forecast';
import { daysAfter } from './periods';

const QUIET = () => 0;
/** Thirteen weeks in which so many come each Tuesday evening between nine and ten. */
const tuesdays = (each: number) =>
  Array.from({ length: 13 }, (_, week) =>
    Array.from({ length: each }, () => contactOf({ day: daysAfter('2026-01-06', 7 * week), hour: 21 })),
  ).flat();

const forecast = (each: number, atOnce: number) =>
  forecastOf({ records: tuesdays(each), weeks: 13, name: 'x', noise: QUIET, atOnce });

describe('The forecast', () => {
  it('says how many counsellors the busy hour needs, and that the quiet ones need none', () => {
    const { days, minutes } = forecast(6, 1);
    expect(minutes).toBe(25);
    expect(days[1]?.[21]).toMatchObject({ arrivals: 6 });
    expect(days[1]?.[21]?.counsellors).toBeGreaterThanOrEqual(4);
    expect(days[1]?.[20]).toEqual({ arrivals: 0, counsellors: 0 });
    expect(days[2]?.[21]?.counsellors).toBe(0);
  });

  it('needs fewer when each has two chats at once, and more when more come', () => {
    const at = (each: number, atOnce: number) => forecast(each, atOnce).days[1]?.[21]?.counsellors ?? 0;
    expect(at(6, 2)).toBeLessThan(at(6, 1));
    expect(at(20, 2)).toBeGreaterThan(at(6, 2));
  });

  it('takes patience from how many left after how long a wait, and a usual one while few are known', () => {
    expect(forecast(4, 1).patience).toBe(10);
    const left = Array.from({ length: 30 }, () =>
      contactOf({ registration: 'unanswered', wait: 'within-5', duration: null }),
    );
    const { patience } = forecastOf({
      records: [...tuesdays(6), ...left],
      weeks: 13,
      name: 'x',
      noise: QUIET,
      atOnce: 1,
    });
    expect(patience).toBeLessThan(10);
  });

  it('does not take for impatience that somebody was blocked', () => {
    const blocked = Array.from({ length: 30 }, () =>
      contactOf({ registration: 'blocked', wait: 'within-5', duration: null, ended: 'blocked' }),
    );
    const records = [...tuesdays(6), ...blocked];
    expect(forecastOf({ records, weeks: 13, name: 'x', noise: QUIET, atOnce: 1 }).patience).toBe(10);
  });

  it('says nothing of a few chats: what is added to each hour would be all that shows', () => {
    const few = forecastOf({ records: tuesdays(3), weeks: 13, name: 'x', noise: () => 2, atOnce: 1 });
    expect(few).toEqual({ weeks: 0, minutes: 0, patience: 0, days: [] });
    expect(forecast(4, 1).weeks).toBe(13);
  });

  it('is made from blurred counts: the noise moves it', () => {
    const blurred = forecastOf({ records: tuesdays(6), weeks: 13, name: 'x', noise: () => 13, atOnce: 1 });
    expect(blurred.days[1]?.[21]?.arrivals).toBe(7);
  });
});
