import type { Language, Organisation } from '@haven/shared/protocol/organisation';
import { minutes } from '@haven/shared/units';
import type { StandbyAlert } from '../desk/facts';

/** What the standby reads, on a telephone that others may see: load, never a person or a word of a chat. */
export function wordsOf({ desks }: Organisation, alert: StandbyAlert): Record<Language, string> {
  const name = desks.find(({ id }) => id === alert.desk)?.name ?? { nl: alert.desk, en: alert.desk };
  const wait = Math.max(1, Math.round(alert.longest / minutes(1)));
  const { waiting } = alert;
  return {
    nl: `${name.nl}: ${waiting} wachtend, de eerste sinds ${wait} ${wait === 1 ? 'minuut' : 'minuten'}. De achterwacht is nodig.`,
    en: `${name.en}: ${waiting} waiting, the first for ${wait} ${wait === 1 ? 'minute' : 'minutes'}. The standby is needed.`,
  };
}
