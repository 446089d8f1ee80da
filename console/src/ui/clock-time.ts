import type { Language } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>;

export const localeOf = (language: Language): string => LOCALE[language];

const formats = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return (at: Instant, language: Language): string => {
    const format = made.get(language) ?? new Intl.DateTimeFormat(LOCALE[language], options);
    made.set(language, format);
    return format.format(at);
  };
};

/** 21:04, in the time zone of the desk this browser stands on. */
export const clockTime = formats({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** za 28 nov 22:00, where there is little room. */
export const shortDayAndTime = formats({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A day, for a conversation that goes on past midnight. */
export const dayName = formats({ weekday: 'long', day: 'numeric', month: 'long' });

export const dayAndTime = formats({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
