import type { DeskId, StaffId } from '@haven/shared/ids';
import { asc, eq } from 'drizzle-orm';
import type { Db } from './database';
import { desks, organisation } from './schema/organisation';
import { memberships } from './schema/staff';

/**
 * To which desks each belongs, home first. A desk that is retired does not count; whoever belongs to no other belongs
 * to the general desk until hers is brought back, or she is given another.
 */
export async function readMemberships(db: Db): Promise<(staffId: StaffId) => readonly DeskId[]> {
  const rows = await db
    .select({ staffId: memberships.staffId, deskId: memberships.deskId, retiredAt: desks.retiredAt })
    .from(memberships)
    .innerJoin(desks, eq(desks.id, memberships.deskId))
    .orderBy(asc(memberships.position));
  const [own] = await db.select({ generalDesk: organisation.generalDesk }).from(organisation);
  const desksOf = new Map<StaffId, DeskId[]>();
  for (const { staffId, deskId, retiredAt } of rows) {
    const known = desksOf.get(staffId) ?? [];
    desksOf.set(staffId, retiredAt === null ? [...known, deskId] : known);
  }
  return (staffId) => {
    const those = desksOf.get(staffId);
    if (those === undefined || own === undefined || those.length > 0) return those ?? [];
    return [own.generalDesk];
  };
}
