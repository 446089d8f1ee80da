import type { Language, Organisation } from '@haven/shared/protocol/organisation';
import { minutes } from '@haven/shared/units';
import type { StandbyAlert } from '../desk/facts';
import type { Alert, HoleAlert } from './alert';

type Words = Record<Language, string>;
type Said = Pick<Organisation, 'desks' | 'generalDesk' | 'timeZone'>;

/** What is read on a telephone that others may see: load and times, never a person or a word of a chat. */
export function wordsOf(organisation: Said, alert: Alert): Words {
  const known = organisation.desks.find(({ id }) => id === alert.desk)?.name;
  const name = known ?? { nl: alert.desk, en: alert.desk };
  return 'kind' in alert ? holeWords(organisation, name, alert) : standbyWords(name, alert);
}

function standbyWords(name: Words, { waiting, longest }: StandbyAlert): Words {
  const wait = Math.round(longest / minutes(1));
  const nl = longest < minutes(1) ? 'minder dan een minuut' : wait === 1 ? '1 minuut' : `${wait} minuten`;
  const en = longest < minutes(1) ? 'less than a minute' : wait === 1 ? '1 minute' : `${wait} minutes`;
  return {
    nl: `${name.nl}: ${waiting} wachtend, de eerste sinds ${nl}. De achterwacht is nodig.`,
    en: `${name.en}: ${waiting} waiting, the first for ${en}. The standby is needed.`,
  };
}

function holeWords({ generalDesk, timeZone }: Said, name: Words, hole: HoleAlert): Words {
  const falls = hole.isCaught ? CAUGHT : hole.desk === generalDesk ? null : NOT_CAUGHT;
  const at = (locale: string, instant: number) =>
    [DAY, CLOCK]
      .map((shown) => new Intl.DateTimeFormat(locale, { ...shown, timeZone }).format(instant))
      .join(' ');
  const times = (locale: string, to: string) => `${at(locale, hole.from)} ${to} ${at(locale, hole.until)}`;
  return {
    nl: `${name.nl}: niemand in het rooster van ${times('nl-NL', 'tot')}.${falls?.nl ?? ''}`,
    en: `${name.en}: nobody on the roster from ${times('en-GB', 'to')}.${falls?.en ?? ''}`,
  };
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const CAUGHT: Words = {
  nl: ' Wie dan schrijft, komt bij het algemeen bureau.',
  en: ' Whoever writes then comes to the general desk.',
};
const NOT_CAUGHT: Words = {
  nl: ' Ook bij het algemeen bureau is er dan niet steeds iemand.',
  en: ' The general desk does not have somebody all that time, either.',
};
