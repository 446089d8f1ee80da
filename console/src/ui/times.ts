import type { Language } from '@haven/shared/protocol/organisation';
import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import type { Instant } from '@haven/shared/units';

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;

export const localeOf = (language: Language): string => LOCALE[language];

type Span = { readonly from: Instant; readonly until: Instant };

const made = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  made.set(key, known);
  return known;
};

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const DAY_LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/**
 * Words for moments on the organisation's clock, wherever this browser stands: colleagues who speak of four o'clock
 * mean the same. `timeZone` undefined: the organisation is not known yet, and this browser's clock is all there is.
 */
export const createTimes = (language: Language, timeZone: string | undefined) => {
  const words = (options: Intl.DateTimeFormatOptions) => (at: Instant) =>
    format(language, timeZone === undefined ? options : { ...options, timeZone }).format(at);
  /** 21:04. */
  const clock = words(CLOCK);
  /** za 28 nov, where there is little room. */
  const day = words(DAY);
  /** zaterdag 28 november. */
  const dayLong = words(DAY_LONG);
  const dayAndClock = (at: Instant) => `${day(at)} ${clock(at)}`;
  return {
    clock,
    day,
    dayLong,
    dayAndClock,
    /** zaterdag 28 november om 21:04. */
    dayLongAndClock: words({ ...DAY_LONG, ...CLOCK }),
    /** 28 nov 2026. */
    date: words(DATE),
    /** 28 nov 2026, 21:04: what may be years ago. */
    dateAndClock: words({ ...DATE, ...CLOCK }),
    /** Short where it can be: the day only where it is another one than now. */
    clockNear: (at: Instant, now: Instant) => (dayLong(at) === dayLong(now) ? clock(at) : dayAndClock(at)),
    hours: ({ from, until }: Span) => `${clock(from)}–${clock(until)}`,
    span: ({ from, until }: Span) => `${day(from)} ${clock(from)}–${clock(until)}`,
    /** A day of a plan, which is the same wherever it is read. */
    planDay: (date: PlanDate) => format(language, { ...DAY, timeZone: 'UTC' }).format(Date.parse(date)),
  };
};
export type Times = ReturnType<typeof createTimes>;

/** Monday is 1. */
export const weekdayName = (weekday: number, language: Language, style: 'short' | 'long' = 'short'): string =>
  // 5 January 1970 was a Monday.
  format(language, { timeZone: 'UTC', weekday: style }).format((weekday + 3) * 86_400_000);
