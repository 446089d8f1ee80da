import type { StaffId } from '@haven/shared/ids';
import type { Swap } from '@haven/shared/protocol/roster-swap';
import { desc, eq, or } from 'drizzle-orm';
import type { Db } from './database';
import { rosterSwaps } from './schema/roster';

/** How many are told: old ones interest nobody. */
const LATEST = 200;

/** Those of one person; with null, of everybody. */
export function readSwaps(db: Db, staffId: StaffId | null): Promise<readonly Swap[]> {
  return db
    .select()
    .from(rosterSwaps)
    .where(staffId === null ? undefined : or(eq(rosterSwaps.from, staffId), eq(rosterSwaps.to, staffId)))
    .orderBy(desc(rosterSwaps.id))
    .limit(LATEST);
}

/** Locked for whoever is about to change it. */
export async function takeSwap(db: Db, id: string): Promise<Swap | null> {
  const [row] = await db.select().from(rosterSwaps).where(eq(rosterSwaps.id, id)).for('update');
  return row ?? null;
}

export async function writeSwap(db: Db, swap: Swap): Promise<void> {
  await db
    .insert(rosterSwaps)
    .values(swap)
    .onConflictDoUpdate({ target: rosterSwaps.id, set: { state: swap.state } });
}
