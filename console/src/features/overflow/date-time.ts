import type { Language } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';

export const dateAndTime = (instant: Instant, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(instant);
