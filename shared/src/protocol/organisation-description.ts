import * as z from 'zod/mini';
import { deskId, regionId } from '../ids';
import { LIMITS } from './limits';
import { type Organisation, organisation } from './organisation';
import { retired, retirementRequests, staffOrganisation } from './retirement';

const nothing = z.strictObject({});

/** Characters, unless named otherwise. */
export const DESCRIPTION = {
  telephones: 12,
  regions: 400,
  name: 80,
  number: 30,
  hours: 120,
  openingTimes: 300,
  exitUrl: 300,
} as const;

const words = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine((text) => text !== '' && text === text.trim()),
  );
const wording = (most: number) => z.object({ nl: words(most), en: words(most) });

/** The digits of it make a `tel:` link; what may stand between them only helps to read. */
export const isDialable = (number: string): boolean =>
  /^\+?[\d ()./-]+$/.test(number) && /^\+?\d{3,15}$/.test(number.replace(/[^\d+]/g, ''));

/** A visitor who leaves in a hurry must not be stopped by a warning of the browser. */
const exitPage = z
  .url({ protocol: /^https$/ })
  .check(z.regex(/^https:\/\/[^/]/), z.maxLength(DESCRIPTION.exitUrl));
export const isExitPage = (text: string): boolean => exitPage.safeParse(text).success;

const telephone = z.object({
  name: wording(DESCRIPTION.name),
  number: z.string().check(z.maxLength(DESCRIPTION.number), z.refine(isDialable)),
  hours: wording(DESCRIPTION.hours),
});
const region = z.object({ id: regionId, name: words(DESCRIPTION.name) });
const desk = z.object({ id: deskId, name: wording(DESCRIPTION.name), regions: z.array(regionId) });

/** What an administrator changes of it, all of it together or nothing. */
export const organisationChange = z.object({
  /** The version that was read. */
  version: z.int(),
  name: words(DESCRIPTION.name),
  telephones: z.array(telephone).check(z.minLength(1), z.maxLength(DESCRIPTION.telephones)),
  openingTimes: wording(DESCRIPTION.openingTimes),
  exitUrl: exitPage,
  /** Those that are new or different; none is taken away by being left out. */
  regions: z.array(region).check(z.maxLength(DESCRIPTION.regions)),
  desks: z.array(desk).check(z.maxLength(LIMITS.desks)),
});
export type OrganisationChange = z.infer<typeof organisationChange>;

/** As the records hold it, whatever a file once said. */
const organisationDescription = z.object({
  version: z.int(),
  ...z.pick(organisation, {
    name: true,
    telephones: true,
    openingTimes: true,
    exitUrl: true,
    regions: true,
    desks: true,
    generalDesk: true,
  }).shape,
  retired,
});
export type OrganisationDescription = z.infer<typeof organisationDescription>;

/** What does not fit together; the same for a file as for a change. */
export type OrganisationFault = {
  readonly fault: 'general-desk' | 'served-region' | 'region-twice' | 'desk-twice';
  /** The identifier that is wrong. */
  readonly id: string;
};

export function organisationFault({
  desks,
  regions,
  generalDesk,
}: Pick<Organisation, 'desks' | 'regions' | 'generalDesk'>): OrganisationFault | null {
  const deskIds = desks.map(({ id }) => id);
  const regionIds = regions.map(({ id }) => id);
  const deskTwice = twice(deskIds);
  if (deskTwice !== undefined) return { fault: 'desk-twice', id: deskTwice };
  const regionTwice = twice(regionIds);
  if (regionTwice !== undefined) return { fault: 'region-twice', id: regionTwice };
  if (!deskIds.includes(generalDesk)) return { fault: 'general-desk', id: generalDesk };
  const known = new Set(regionIds);
  const lost = desks.flatMap((each) => each.regions).find((id) => !known.has(id));
  return lost === undefined ? null : { fault: 'served-region', id: lost };
}

const twice = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) < index);

const looked = z.object({
  description: organisationDescription,
  /** The page of the quick exit that this server names instead of the organisation's; null: it names none. */
  exitUrlOfServer: z.nullable(z.string()),
});

export const organisationRequests = {
  'organisation:look': { payload: nothing, reply: looked },
  'organisation:change': { payload: organisationChange, reply: looked },
  ...retirementRequests,
} as const;

/** To consoles: what anybody may know of the organisation has changed, or what is retired. */
export const organisationPushes = { 'organisation:changed': staffOrganisation } as const;
