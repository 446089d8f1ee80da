import type { Day } from '@haven/shared/protocol/contact-record';
import { kindOf, type Period, PERIOD_KINDS, type PeriodKind } from '@haven/shared/protocol/reports';
import { days } from '@haven/shared/units';

/** From the first day up to, not including, the other. */
export type Span = { readonly from: Day; readonly until: Day };

const millisecondsOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);
const two = (n: number): string => String(n).padStart(2, '0');

export const daysAfter = (day: Day, count: number): Day => dayOf(millisecondsOf(day) + days(count));

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (new Date(millisecondsOf(day)).getUTCDay() + 6) % 7;

const monthStart = (year: number, month: number): Day => dayOf(Date.UTC(year, month - 1, 1));

/** ISO 8601: the first week of a year is the one with its first Thursday. */
const firstMonday = (year: number): Day => {
  const fourth = dayOf(Date.UTC(year, 0, 4));
  return daysAfter(fourth, -weekdayOf(fourth));
};

/** The period of a kind in which a day lies. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const [year = 0, month = 0] = day.split('-').map(Number);
  switch (kind) {
    case 'year':
      return `${year}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return `${year}-${two(month)}`;
    case 'week': {
      const thursday = daysAfter(day, 3 - weekdayOf(day));
      const weekYear = Number(thursday.slice(0, 4));
      const week = (millisecondsOf(thursday) - millisecondsOf(firstMonday(weekYear))) / days(7);
      return `${weekYear}-W${two(Math.floor(week) + 1)}`;
    }
    default:
      return kind satisfies never;
  }
}

export function spanOf(period: Period): Span {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(4).replace(/^-[WQ]?/, ''));
  switch (kindOf(period)) {
    case 'year':
      return { from: monthStart(year, 1), until: monthStart(year + 1, 1) };
    case 'quarter':
      return { from: monthStart(year, 3 * part - 2), until: monthStart(year, 3 * part + 1) };
    case 'month':
      return { from: monthStart(year, part), until: monthStart(year, part + 1) };
    default: {
      const from = daysAfter(firstMonday(year), 7 * (part - 1));
      return { from, until: daysAfter(from, 7) };
    }
  }
}

/** Days between a period's end and its publication: every record of it is written by then. */
const SETTLING = 1;

/**
 * The periods of which nothing can change any more, the latest first. `first` is the first day of which records are
 * kept; the week that lies across it is incomplete.
 */
export function closedPeriods(kind: PeriodKind, first: Day, today: Day): readonly Period[] {
  const closed: Period[] = [];
  let day = first;
  for (;;) {
    const period = periodOf(kind, day);
    const { from, until } = spanOf(period);
    if (daysAfter(until, SETTLING) > today) return closed.toReversed();
    if (kind !== 'week' || from >= first) closed.push(period);
    day = until;
  }
}

export function isClosed(period: Period, first: Day, today: Day): boolean {
  const kind = kindOf(period);
  return periodOf(kind, spanOf(period).from) === period && closedPeriods(kind, first, today).includes(period);
}

/** The shorter periods that a report shows as its course: months of a year, else the weeks that begin in it. */
export function courseOf(period: Period): readonly Period[] {
  const kind = kindOf(period);
  if (kind === 'week') return [];
  const { from, until } = spanOf(period);
  const step: PeriodKind = kind === 'year' ? 'month' : 'week';
  const course: Period[] = [];
  let day = step === 'month' ? from : daysAfter(from, (7 - weekdayOf(from)) % 7);
  while (day < until) {
    course.push(periodOf(step, day));
    day = spanOf(periodOf(step, day)).until;
  }
  return course;
}

export const allClosedPeriods = (first: Day, today: Day): readonly Period[] =>
  PERIOD_KINDS.flatMap((kind) => closedPeriods(kind, first, today));
