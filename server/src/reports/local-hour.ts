import type { Day } from '@haven/shared/protocol/contact-record';
import type { Instant } from '@haven/shared/units';
import { localTime } from '../supervision/local-day';

export type LocalHour = { readonly day: Day; readonly hour: number };

/** The day and the hour of a moment on the organisation's wall. */
export function localHour(timeZone: string, at: Instant): LocalHour {
  const { day, quarter } = localTime(timeZone, at);
  return { day, hour: Math.floor(quarter / 4) };
}
