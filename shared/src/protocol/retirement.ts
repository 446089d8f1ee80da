import * as z from 'zod/mini';
import { deskId, regionId, staffId } from '../ids';
import { desk, organisation, region } from './organisation';

const retiredAt = z.number();

/** What the organisation had once: it takes no part in anything, and keeps its name in what was kept of it. */
export const retired = z.object({
  desks: z.array(z.object({ ...z.pick(desk, { id: true, name: true }).shape, retiredAt })),
  regions: z.array(z.object({ ...region.shape, retiredAt })),
});
export type Retired = z.infer<typeof retired>;

export const NOTHING_RETIRED: Retired = { desks: [], regions: [] };

/** As consoles know it: visitors are not told of what is no more. */
export const staffOrganisation = z.object({ ...organisation.shape, retired });
export type StaffOrganisation = z.infer<typeof staffOrganisation>;

export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('desk'), desk: deskId }),
  z.object({ kind: z.literal('region'), region: regionId }),
]);
export type Place = z.infer<typeof place>;

/** What stands in the way of a desk or a region being retired. */
export const obstacle = z.discriminatedUnion('kind', [
  /** Where chats come that no other desk takes. */
  z.object({ kind: z.literal('general-desk') }),
  /** Their visitors would come to no desk of their own any longer. */
  z.object({ kind: z.literal('serves'), regions: z.array(regionId) }),
  /** The overflow of these desks reaches it. */
  z.object({ kind: z.literal('in-overflow'), desks: z.array(deskId) }),
  z.object({ kind: z.literal('chats'), waiting: z.int(), going: z.int() }),
  /** Shifts to come that are for this region alone: whoever has one would serve nobody. */
  z.object({
    kind: z.literal('shifts'),
    state: z.enum(['published', 'draft']),
    count: z.int(),
    /** When the last one is over. */
    until: z.number(),
  }),
  /** Recurring shifts for this region alone, by name. */
  z.object({ kind: z.literal('patterns'), names: z.array(z.string()) }),
]);
export type Obstacle = z.infer<typeof obstacle>;

export const retirement = z.object({
  done: z.boolean(),
  /** Empty where it is done, or could be. */
  obstacles: z.array(obstacle),
  /** Who belongs to no other desk, and so to the general one afterwards. */
  people: z.array(staffId),
  /** Shifts to come that stay, for they serve others besides. */
  shifts: z.int(),
});
export type Retirement = z.infer<typeof retirement>;

export const comeback = z.object({
  /** Null where it is done. `name-taken`: another one has its name now. `full`: there are as many as there may be. */
  obstacle: z.nullable(z.enum(['name-taken', 'full'])),
});
export type Comeback = z.infer<typeof comeback>;

export const retirementRequests = {
  /** `dry`: only says what it would mean. `outdated`: it is not in use (any more). */
  'organisation:retire': { payload: z.object({ place, dry: z.boolean() }), reply: retirement },
  /** `outdated`: it is not retired (any more). */
  'organisation:bring-back': { payload: z.object({ place }), reply: comeback },
} as const;
