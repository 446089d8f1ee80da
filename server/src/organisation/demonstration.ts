import type { DeskId, RegionId, StaffId } from '@haven/shared/ids';
import type { Language, Organisation } from '@haven/shared/protocol/organisation';
import type { Role } from '@haven/shared/protocol/presence';
import type { StaffProfile } from '../desk/records';

const GENERAL = 'general' as DeskId;

const REGIONS = ['Alkmaar', 'Almere', 'Amsterdam', 'Haarlem', 'Hilversum', 'Zaanstad'].map((name) => ({
  id: name.toLowerCase() as RegionId,
  name,
}));

/** The part of the public description that does not depend on this server's keys and settings. */
export const DEMONSTRATION: Omit<Organisation, 'demonstration' | 'roots'> = {
  id: 'Veilige Haven (demonstratie)',
  name: 'Veilige Haven',
  regions: REGIONS,
  desks: [
    ...REGIONS.map(({ id, name }) => ({
      id: id as string as DeskId,
      name: { nl: `Bureau ${name}`, en: `${name} desk` },
      regions: [id],
    })),
    { id: GENERAL, name: { nl: 'Algemeen bureau', en: 'General desk' }, regions: [] },
  ],
  generalDesk: GENERAL,
  // Real numbers of the Netherlands: somebody in need may come across a demonstration.
  telephones: [
    {
      name: { nl: 'Alarmnummer, bij direct gevaar', en: 'Emergency services, in immediate danger' },
      number: '112',
      hours: { nl: 'dag en nacht', en: 'day and night' },
    },
    {
      name: { nl: 'Veilig Thuis', en: 'Veilig Thuis, domestic violence helpline' },
      number: '0800-2000',
      hours: { nl: 'dag en nacht, gratis', en: 'day and night, free of charge' },
    },
    {
      name: { nl: '113 Zelfmoordpreventie', en: '113 Suicide Prevention' },
      number: '0800-0113',
      hours: { nl: 'dag en nacht, gratis', en: 'day and night, free of charge' },
    },
  ],
  timeZone: 'Europe/Amsterdam',
  openingTimes: { nl: 'Elke dag, dag en nacht', en: 'Every day, day and night' },
  exitUrl: 'https://www.example.org/weather',
};

/** First names only: that is what visitors see of the staff of a shelter. */
const COUNSELLORS: readonly (readonly [desk: string, names: readonly string[]])[] = [
  ['alkmaar', ['Sanne', 'Youssef', 'Marieke', 'Jeroen', 'Nadia', 'Pim']],
  ['almere', ['Karim', 'Anouk', 'Dewi', 'Omar', 'Tess', 'Ilse']],
  ['amsterdam', ['Noor', 'Thomas', 'Esra', 'Jasper', 'Mina', 'Rosa']],
  ['haarlem', ['Lotte', 'Samuel', 'Ingrid', 'Bram', 'Leila', 'Milan']],
  ['hilversum', ['Femke', 'Ravi', 'Hanneke', 'Eva', 'Stijn', 'Fleur']],
  ['zaanstad', ['Merel', 'Bilal', 'Jolanda', 'Roos', 'Hakim', 'Joris']],
  [GENERAL, ['Sofie', 'Levi', 'Daan', 'Yara']],
];

const ALL_DESKS = DEMONSTRATION.desks.map(({ id }) => id);

const person = (
  displayName: string,
  role: Role,
  desks: readonly DeskId[],
  languages: readonly Language[],
): StaffProfile => ({ staffId: displayName.toLowerCase() as StaffId, displayName, role, desks, languages });

export const DEMONSTRATION_STAFF: readonly StaffProfile[] = [
  ...COUNSELLORS.flatMap(([desk, names]) =>
    // The third of each desk speaks Dutch only, so that the preference for a language can be seen at work.
    names.map((name, index) =>
      person(name, 'counsellor', [desk as DeskId], index === 2 ? ['nl'] : ['nl', 'en']),
    ),
  ),
  person('Fatma', 'supervisor', ALL_DESKS, ['nl', 'en']),
  person('Wilma', 'administrator', [GENERAL], ['nl', 'en']),
];
