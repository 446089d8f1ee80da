import type { Language } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';
import { localeOf } from '../../ui/clock-time';

type Span = { readonly from: Instant; readonly until: Instant };

const made = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  made.set(key, known);
  return known;
};

/** Words for moments of the roster, on the organisation's clock wherever this browser stands. */
export const createRosterTime = (language: Language, timeZone: string) => {
  const clock = (at: Instant) =>
    format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = (at: Instant) =>
    format(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short' }).format(at);
  return {
    clock,
    day,
    dayLong: (at: Instant) =>
      format(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(at),
    dayAndClock: (at: Instant) => `${day(at)} ${clock(at)}`,
    hours: ({ from, until }: Span) => `${clock(from)}–${clock(until)}`,
    span: ({ from, until }: Span) => `${day(from)} ${clock(from)}–${clock(until)}`,
  };
};
export type RosterTime = ReturnType<typeof createRosterTime>;

/** Monday is 1. */
export const weekdayName = (weekday: number, language: Language): string =>
  // 5 January 1970 was a Monday.
  format(language, { timeZone: 'UTC', weekday: 'short' }).format((weekday + 3) * 86_400_000);
