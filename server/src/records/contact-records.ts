import type { ContactRecord, Day } from '@haven/shared/protocol/contact-record';
import { and, gte, lt, min } from 'drizzle-orm';
import type { Db } from './database';
import { contactRecords, reportKey } from './schema/contact-records';

export async function writeContact(db: Db, record: ContactRecord): Promise<void> {
  await db.insert(contactRecords).values(record);
}

/** Those from the first day up to, not including, the other. */
export const readContacts = (
  db: Db,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<ContactRecord[]> =>
  db
    .select()
    .from(contactRecords)
    .where(and(gte(contactRecords.day, from), lt(contactRecords.day, until)));

/** The day of the earliest; null where there are none. */
export async function firstContactDay(db: Db): Promise<Day | null> {
  const [row] = await db.select({ day: min(contactRecords.day) }).from(contactRecords);
  return row?.day ?? null;
}

export async function deleteContacts(db: Db, before: Day): Promise<void> {
  await db.delete(contactRecords).where(lt(contactRecords.day, before));
}

/** The key of these records, the same on every node; made of the given bytes when there is none yet. */
export async function keyOfReports(db: Db, fresh: () => Uint8Array): Promise<Uint8Array> {
  const key = Buffer.from(fresh()).toString('base64url');
  await db.insert(reportKey).values({ key }).onConflictDoNothing();
  const [row] = await db.select({ key: reportKey.key }).from(reportKey);
  return Buffer.from(row?.key ?? key, 'base64url');
}
