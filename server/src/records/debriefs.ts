import type { StaffId } from '@haven/shared/ids';
import type { Day } from '@haven/shared/protocol/contact-record';
import type { Debrief } from '@haven/shared/protocol/debrief';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { announceChange } from './changes';
import type { Db } from './database';
import { debriefs } from './schema/debriefs';
import { staff } from './schema/staff';

const taker = alias(staff, 'taker');

/** Those of everybody, the oldest first. */
export async function readDebriefs(db: Db): Promise<Debrief[]> {
  const rows = await db
    .select({
      staffId: debriefs.staffId,
      displayName: staff.displayName,
      day: debriefs.day,
      takerId: taker.staffId,
      takerName: taker.displayName,
    })
    .from(debriefs)
    .innerJoin(staff, eq(staff.staffId, debriefs.staffId))
    .leftJoin(taker, eq(taker.staffId, debriefs.takenBy))
    .orderBy(asc(debriefs.day), asc(debriefs.staffId));
  return rows.map(({ staffId, displayName, day, takerId, takerName }) => ({
    staffId,
    displayName,
    day,
    takenBy: takerId === null || takerName === null ? null : { staffId: takerId, displayName: takerName },
  }));
}

export const askDebrief = (db: Db, staffId: StaffId, day: Day): Promise<void> =>
  db.transaction(async (transaction) => {
    await transaction.insert(debriefs).values({ staffId, day }).onConflictDoNothing();
    await announceChange(transaction, 'debriefs');
  });

/** Nothing changes when somebody else was first. */
export const takeDebrief = (db: Db, staffId: StaffId, takenBy: StaffId): Promise<void> =>
  db.transaction(async (transaction) => {
    await transaction
      .update(debriefs)
      .set({ takenBy })
      .where(and(eq(debriefs.staffId, staffId), isNull(debriefs.takenBy)));
    await announceChange(transaction, 'debriefs');
  });

export const endDebrief = (db: Db, staffId: StaffId): Promise<void> =>
  db.transaction(async (transaction) => {
    await transaction.delete(debriefs).where(eq(debriefs.staffId, staffId));
    await announceChange(transaction, 'debriefs');
  });
