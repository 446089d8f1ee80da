import type { Day } from '@haven/shared/protocol/contact-record';
import type { Instant } from '@haven/shared/units';

export type LocalHour = { readonly day: Day; readonly hour: number };

/** The day and the hour of a moment on the clock of a time zone (an IANA name). */
export function createLocalHour(timeZone: string): (instant: Instant) => LocalHour {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
  };
}
