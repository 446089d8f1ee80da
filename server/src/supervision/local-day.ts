import { hours, type Instant, minutes } from '@haven/shared/units';

/** A moment as the clock on the organisation's wall shows it. */
export type LocalTime = {
  /** 2026-03-02. */
  readonly day: string;
  /** Monday is 1, Sunday is 7. */
  readonly weekday: number;
  /** Quarters of an hour since midnight, 0 to 95, as the clock shows them: two hours share theirs when it goes back. */
  readonly quarter: number;
};

export const QUARTERS = 96;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

export function localTime(timeZone: string, at: Instant): LocalTime {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  return {
    day,
    weekday: new Date(`${day}T12:00:00Z`).getUTCDay() || 7,
    quarter: Number(of('hour')) * 4 + Math.floor(Number(of('minute')) / 15),
  };
}

/** When the day of that moment is over: it has 23 hours when the clock goes forward and 25 when it goes back. */
export function endOfDay(timeZone: string, at: Instant): Instant {
  const { day } = localTime(timeZone, at);
  // Every zone's clock is moved by whole quarters of an hour.
  let end = at - (at % minutes(15)) + hours(22);
  while (localTime(timeZone, end).day > day) end -= hours(1);
  while (localTime(timeZone, end).day === day) end += minutes(15);
  return end;
}
