import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { and, count, eq } from 'drizzle-orm';
import type { Db } from './database';
import { passkeys } from './schema/passkeys';

export type PasskeyRow = typeof passkeys.$inferSelect;

export async function keepPasskey(db: Db, row: PasskeyRow): Promise<void> {
  await db.insert(passkeys).values(row);
}

export async function passkeyOf(db: Db, id: string): Promise<PasskeyRow | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.id, id));
  return row ?? null;
}

export async function passkeysOf(db: Db, staffId: StaffId): Promise<readonly PasskeyRow[]> {
  return db.select().from(passkeys).where(eq(passkeys.staffId, staffId)).orderBy(passkeys.createdAt);
}

/** Nobody else changes them until the transaction ends. */
export async function lockedPasskeysOf(db: Db, staffId: StaffId): Promise<readonly PasskeyRow[]> {
  return db.select().from(passkeys).where(eq(passkeys.staffId, staffId)).for('update');
}

export async function notePasskeyUse(
  db: Db,
  id: string,
  use: { readonly counter: number; readonly synchronised: boolean; readonly usedAt: Instant },
): Promise<void> {
  await db.update(passkeys).set(use).where(eq(passkeys.id, id));
}

type Own = { readonly staffId: StaffId; readonly id: string };
const own = ({ staffId, id }: Own) => and(eq(passkeys.id, id), eq(passkeys.staffId, staffId));

export async function renamePasskey(db: Db, which: Own, name: string): Promise<boolean> {
  const changed = await db.update(passkeys).set({ name }).where(own(which)).returning({ id: passkeys.id });
  return changed.length > 0;
}

export async function removePasskey(db: Db, which: Own): Promise<void> {
  await db.delete(passkeys).where(own(which));
}

export async function removePasskeysOf(db: Db, staffId: StaffId): Promise<void> {
  await db.delete(passkeys).where(eq(passkeys.staffId, staffId));
}

/** How many everybody has. */
export async function passkeysByPerson(db: Db): Promise<ReadonlyMap<StaffId, number>> {
  const rows = await db
    .select({ staffId: passkeys.staffId, count: count() })
    .from(passkeys)
    .groupBy(passkeys.staffId);
  return new Map(rows.map((row) => [row.staffId, row.count]));
}
