import type { StaffId } from '@haven/shared/ids';
import { and, eq } from 'drizzle-orm';
import type { Db } from './database';
import { organisationAccounts } from './schema/organisation-accounts';

type Name = { readonly issuer: string; readonly subject: string };

export async function staffOfAccount(db: Db, { issuer, subject }: Name): Promise<StaffId | null> {
  const [row] = await db
    .select({ staffId: organisationAccounts.staffId })
    .from(organisationAccounts)
    .where(and(eq(organisationAccounts.issuer, issuer), eq(organisationAccounts.subject, subject)));
  return row?.staffId ?? null;
}

/** In place of the one that this person had. */
export async function keepAccount(db: Db, { issuer, subject }: Name, staffId: StaffId): Promise<void> {
  await db
    .insert(organisationAccounts)
    .values({ issuer, subject, staffId })
    .onConflictDoUpdate({ target: organisationAccounts.staffId, set: { issuer, subject } });
}

export async function hasAccount(db: Db, staffId: StaffId): Promise<boolean> {
  const rows = await db
    .select({ staffId: organisationAccounts.staffId })
    .from(organisationAccounts)
    .where(eq(organisationAccounts.staffId, staffId));
  return rows.length > 0;
}

export async function peopleWithAccounts(db: Db): Promise<ReadonlySet<StaffId>> {
  const rows = await db.select({ staffId: organisationAccounts.staffId }).from(organisationAccounts);
  return new Set(rows.map(({ staffId }) => staffId));
}

export async function dropAccount(db: Db, staffId: StaffId): Promise<void> {
  await db.delete(organisationAccounts).where(eq(organisationAccounts.staffId, staffId));
}
