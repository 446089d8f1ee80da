import * as z from 'zod/mini';
import { deskId, publicKey, regionId } from '../ids';

export const LANGUAGES = ['nl', 'en'] as const;
/** Languages a counsellor can be asked for; the interface has the same ones. */
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

const wording = z.object({ nl: z.string(), en: z.string() });

export const desk = z.object({
  id: deskId,
  name: wording,
  /** Empty for the general desk, which serves every region and visitors who rather not say. */
  regions: z.array(regionId),
});
export type Desk = z.infer<typeof desk>;

export const region = z.object({ id: regionId, name: z.string() });

/** A name of the IANA database that this runtime knows. */
const timeZone = z.string().check(
  z.refine((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    } catch {
      return false;
    }
  }),
);

const telephone = z.object({
  name: wording,
  /** As dialled, in the form of a `tel:` link without the scheme. */
  number: z.string(),
  hours: wording,
});

/** What anybody may know of the organisation; served to both interfaces. */
export const organisation = z.object({
  /** The name that certificates carry; a chat is refused when they differ. */
  id: z.string(),
  name: z.string(),
  regions: z.array(region),
  desks: z.array(desk),
  generalDesk: deskId,
  telephones: z.array(telephone),
  openingTimes: wording,
  /** By whose clock a day begins and ends. */
  timeZone: z._default(timeZone, 'Europe/Amsterdam'),
  /** Where the quick exit leads unless the embed line names another page. */
  exitUrl: z.string(),
  /** True when keys were made by this server: both interfaces then say that they do not protect against it. */
  demonstration: z.boolean(),
  /** Root keys known to this server. Only a root pinned outside it (`data-root`) protects against it. */
  roots: z.array(publicKey),
});
export type Organisation = z.infer<typeof organisation>;
