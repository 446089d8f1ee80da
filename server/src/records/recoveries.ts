import type { StaffId } from '@haven/shared/ids';
import { eq } from 'drizzle-orm';
import type { Recovery } from '../sign-in/recovery';
import type { Db } from './database';
import { recoveries } from './schema/recoveries';

type Row = typeof recoveries.$inferSelect;

const recoveryIn = ({ staffId, askedBy, askedByRole, askedAt }: Row): Recovery => ({
  staffId,
  askedBy: { staffId: askedBy, role: askedByRole },
  askedAt,
});

export async function keepRecovery(db: Db, { staffId, askedBy, askedAt }: Recovery): Promise<void> {
  const asked = { askedBy: askedBy.staffId, askedByRole: askedBy.role, askedAt };
  await db
    .insert(recoveries)
    .values({ staffId, ...asked })
    .onConflictDoUpdate({ target: recoveries.staffId, set: asked });
}

export async function allRecoveries(db: Db): Promise<readonly Recovery[]> {
  return (await db.select().from(recoveries)).map(recoveryIn);
}

/** Locked until the transaction ends: of two who confirm at once, one finds it. */
export async function recoveryOf(db: Db, staffId: StaffId): Promise<Recovery | null> {
  const [row] = await db.select().from(recoveries).where(eq(recoveries.staffId, staffId)).for('update');
  return row === undefined ? null : recoveryIn(row);
}

export async function dropRecovery(db: Db, staffId: StaffId): Promise<boolean> {
  const gone = await db
    .delete(recoveries)
    .where(eq(recoveries.staffId, staffId))
    .returning({ staffId: recoveries.staffId });
  return gone.length > 0;
}
