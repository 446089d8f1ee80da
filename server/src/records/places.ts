import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Retired } from '@haven/shared/protocol/retirement';
import { asc } from 'drizzle-orm';
import type { Db } from './database';
import { deskRegions, desks, regions } from './schema/organisation';

/** The regions and desks of the organisation: those in use, and those that are retired, of which there are names. */
export type Places = Pick<Organisation, 'regions' | 'desks'> & { readonly retired: Retired };

export async function readPlaces(db: Db): Promise<Places> {
  // One after the other: the embedded database has one connection.
  const allRegions = await db.select().from(regions).orderBy(asc(regions.position));
  const allDesks = await db.select().from(desks).orderBy(asc(desks.position));
  const served = await db.select().from(deskRegions).orderBy(asc(deskRegions.position));
  const inUse = new Set(allRegions.flatMap(({ id, retiredAt }) => (retiredAt === null ? [id] : [])));
  const servedBy = (desk: string) =>
    served.flatMap(({ deskId, regionId }) => (deskId === desk && inUse.has(regionId) ? [regionId] : []));
  return {
    regions: allRegions.flatMap(({ id, name, retiredAt }) => (retiredAt === null ? [{ id, name }] : [])),
    desks: allDesks.flatMap(({ id, name, retiredAt }) =>
      retiredAt === null ? [{ id, name, regions: servedBy(id) }] : [],
    ),
    retired: {
      regions: allRegions.flatMap(({ id, name, retiredAt }) =>
        retiredAt === null ? [] : [{ id, name, retiredAt }],
      ),
      desks: allDesks.flatMap(({ id, name, retiredAt }) =>
        retiredAt === null ? [] : [{ id, name, retiredAt }],
      ),
    },
  };
}
