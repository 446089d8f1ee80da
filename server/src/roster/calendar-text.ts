import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Shift } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';
import ical from 'ical-generator';

const WORDS = {
  nl: { duty: 'Dienst', standby: 'Achterwacht', everywhere: 'alle regio’s', general: 'algemeen bureau' },
  en: { duty: 'Shift', standby: 'Standby', everywhere: 'all regions', general: 'general desk' },
} as const;

type Named = { readonly id: RegionId; readonly name: string };

type Feed = {
  readonly name: string;
  readonly language: Language;
  readonly shifts: readonly Shift[];
  readonly regions: readonly Named[];
  /** Shifts of the past may name them. */
  readonly retired: readonly Named[];
  /** Whose shifts they are, where they are of more than one person. */
  readonly nameOf: ((staffId: StaffId) => string) | null;
  readonly publishedAt: Instant;
};

/**
 * Shifts as iCalendar. Every time is an instant in UTC, which each calendar shows in its owner's zone: no rule for the
 * change of the clock has to be sent along, and none can be wrong.
 */
export function calendarText({
  name,
  language,
  shifts,
  regions,
  retired,
  nameOf,
  publishedAt,
}: Feed): string {
  const words = WORDS[language];
  const placesOf = ({ regions: served, general }: Shift) => {
    if (served.length > 0 && regions.every(({ id }) => served.includes(id))) return words.everywhere;
    const names = [...regions, ...retired]
      .filter(({ id }) => served.includes(id))
      .map((region) => region.name);
    return [...names, ...(general ? [words.general] : [])].join(', ');
  };
  const calendar = ical({ name, prodId: { company: 'Haven', product: 'roster' }, ttl: 3600 });
  for (const shift of shifts) {
    const who = nameOf === null ? [] : [nameOf(shift.staffId)];
    calendar.createEvent({
      id: `${shift.id}@haven`,
      start: new Date(shift.from),
      end: new Date(shift.until),
      stamp: new Date(publishedAt),
      summary: [...who, words[shift.kind], placesOf(shift)].join(' · '),
    });
  }
  return calendar.toString();
}
