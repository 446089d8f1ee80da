import type { Language } from '@haven/shared/protocol/organisation';
import type { StaffOrganisation } from '@haven/shared/protocol/retirement';

export type KnownPlaces = Pick<StaffOrganisation, 'desks' | 'regions' | 'retired'> | null;

/** Whatever is kept may name what was retired since. What can be chosen is in `desks` and `regions` alone. */
export const everyDesk = (known: KnownPlaces) =>
  known === null ? [] : [...known.desks, ...known.retired.desks];
export const everyRegion = (known: KnownPlaces) =>
  known === null ? [] : [...known.regions, ...known.retired.regions];

export const deskNameOf = (known: KnownPlaces, desk: string, language: Language): string | undefined =>
  everyDesk(known).find(({ id }) => id === desk)?.name[language];
export const regionNameOf = (known: KnownPlaces, region: string | null): string | undefined =>
  everyRegion(known).find(({ id }) => id === region)?.name;
