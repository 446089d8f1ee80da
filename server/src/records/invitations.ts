import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Invitation } from '../sign-in/invitation';
import type { Db } from './database';
import { invitations } from './schema/invitations';

export type InvitationRow = typeof invitations.$inferSelect;

/** In place of the one there was. */
export async function keepInvitation(
  db: Db,
  invitation: Invitation & { readonly staffId: StaffId; readonly hash: string },
): Promise<void> {
  const { staffId, ...rest } = invitation;
  await db
    .insert(invitations)
    .values({ staffId, ...rest })
    .onConflictDoUpdate({ target: invitations.staffId, set: rest });
}

export async function invitationByHash(db: Db, hash: string): Promise<InvitationRow | null> {
  const [row] = await db.select().from(invitations).where(eq(invitations.hash, hash));
  return row ?? null;
}

/** False when it was used before, or is too old by now: of two who use it at once, one succeeds. */
export async function useInvitation(db: Db, hash: string, now: Instant): Promise<boolean> {
  const used = await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.hash, hash), isNull(invitations.usedAt), gt(invitations.until, now)))
    .returning({ staffId: invitations.staffId });
  return used.length > 0;
}

export async function openInvitations(db: Db, now: Instant): Promise<ReadonlyMap<StaffId, Instant>> {
  const rows = await db
    .select({ staffId: invitations.staffId, until: invitations.until })
    .from(invitations)
    .where(and(isNull(invitations.usedAt), gt(invitations.until, now)));
  return new Map(rows.map(({ staffId, until }) => [staffId, until]));
}

export async function dropInvitation(db: Db, staffId: StaffId): Promise<void> {
  await db.delete(invitations).where(eq(invitations.staffId, staffId));
}
