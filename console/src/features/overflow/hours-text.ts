import { openingHours, type OpeningHours } from '@haven/shared/protocol/opening-hours';

type Periods = NonNullable<OpeningHours['week']>[number];

/** `09:00-12:30, 13:00-17:00`; nothing: closed. */
export const textOfPeriods = (periods: Periods): string =>
  periods.map(({ from, until }) => `${from}-${until}`).join(', ');

/** What was typed, generously: `9-17` and `9:30 – 17.00` too. null: no times. */
export function periodsOf(text: string): Periods | null {
  if (text.trim() === '') return [];
  const periods: Periods = [];
  for (const part of text.split(/[,;]/)) {
    const found = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(part);
    if (found === null) return null;
    const [, fromHour = '', fromMinute = '00', untilHour = '', untilMinute = '00'] = found;
    const clock = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`;
    periods.push({ from: clock(fromHour, fromMinute), until: clock(untilHour, untilMinute) });
  }
  const parsed = openingHours.safeParse({
    week: null,
    days: [{ date: '2026-01-01', periods }],
    message: BLANK,
  });
  return parsed.success ? periods : null;
}

const BLANK = { nl: '', en: '' };

/** Opening hours as they are typed. */
export type HoursDraft = {
  readonly always: boolean;
  readonly week: readonly string[];
  readonly days: readonly { readonly date: string; readonly text: string }[];
  readonly message: OpeningHours['message'];
};

export const draftOf = (hours: OpeningHours | null): HoursDraft => ({
  always: hours?.week === null || hours === null,
  week: (hours?.week ?? Array.from({ length: 7 }, () => OFFICE)).map(textOfPeriods),
  days: (hours?.days ?? []).map(({ date, periods }) => ({ date, text: textOfPeriods(periods) })),
  message: hours?.message ?? BLANK,
});

const OFFICE: Periods = [{ from: '09:00', until: '17:00' }];

/** The hours that were typed; null: something in them is no time or no date. */
export function hoursOf({ always, week, days, message }: HoursDraft): OpeningHours | null {
  const typed = {
    week: always ? null : week.map(periodsOf),
    days: days.map(({ date, text }) => ({ date, periods: periodsOf(text) })),
    message,
  };
  const parsed = openingHours.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
