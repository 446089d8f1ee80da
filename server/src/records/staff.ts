import type { StaffId } from '@haven/shared/ids';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { StaffProfile } from '../desk/records';
import { newStaffId } from '../sign-in/staff-name';
import { announceChange } from './changes';
import type { Db } from './database';
import { readMemberships } from './memberships';
import { memberships, staff } from './schema/staff';

export type Position = Omit<StaffProfile, 'staffId'>;
export type StaffRow = StaffProfile & { readonly active: boolean };

/** Any number that no other lock has: of two people who are added at once, each gets an identifier of her own. */
const LOCK = 4_863_211_911;

/** All who work or have worked here, in the order in which they came. */
export async function allStaff(db: Db): Promise<readonly StaffRow[]> {
  const people = await db.select().from(staff).orderBy(asc(staff.number));
  const desksOf = await readMemberships(db);
  return people.map(({ staffId, displayName, role, languages, active }) => ({
    staffId,
    displayName,
    role,
    languages,
    active,
    desks: desksOf(staffId),
  }));
}

export async function staffRow(db: Db, staffId: StaffId): Promise<Omit<StaffRow, 'desks'> | null> {
  const [row] = await db.select().from(staff).where(eq(staff.staffId, staffId));
  return row ?? null;
}

/** Within a transaction. */
export async function addStaff(db: Db, position: Position): Promise<StaffId> {
  await db.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
  const rows = await db.select({ staffId: staff.staffId }).from(staff);
  const taken = new Set(rows.map(({ staffId }) => staffId));
  const staffId = newStaffId(position.displayName, (candidate) => taken.has(candidate));
  const { displayName, role, languages } = position;
  await db.insert(staff).values({ staffId, displayName, role, languages: [...languages] });
  await putDesks(db, staffId, position);
  await announceChange(db, 'organisation');
  return staffId;
}

/** Within a transaction. */
export async function changeStaff(db: Db, staffId: StaffId, position: Position): Promise<void> {
  const { displayName, role, languages } = position;
  await db
    .update(staff)
    .set({ displayName, role, languages: [...languages] })
    .where(eq(staff.staffId, staffId));
  await db.delete(memberships).where(eq(memberships.staffId, staffId));
  await putDesks(db, staffId, position);
  await announceChange(db, 'organisation');
}

export async function setStaffActive(db: Db, staffId: StaffId, active: boolean): Promise<void> {
  await db.update(staff).set({ active }).where(eq(staff.staffId, staffId));
  await announceChange(db, 'organisation');
}

/** Whether somebody else manages staff. Locked, so that two who leave at once do not leave nobody. */
export async function hasOtherAdministrator(db: Db, staffId: StaffId): Promise<boolean> {
  await db.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`);
  const others = await db
    .select({ staffId: staff.staffId })
    .from(staff)
    .where(and(eq(staff.role, 'administrator'), eq(staff.active, true), ne(staff.staffId, staffId)));
  return others.length > 0;
}

async function putDesks(db: Db, staffId: StaffId, { desks }: Position): Promise<void> {
  if (desks.length === 0) return;
  await db.insert(memberships).values(desks.map((deskId, position) => ({ staffId, deskId, position })));
}
