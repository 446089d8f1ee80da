import type { StaffId } from '@haven/shared/ids';
import { type Instant, minutes } from '@haven/shared/units';
import { and, count, eq, gt, inArray, lte, max, or, type SQL } from 'drizzle-orm';
import { SESSION, type SessionState } from '../sign-in/session';
import { announceChange } from './changes';
import type { Db } from './database';
import { sessions } from './schema/sessions';

export type SessionRow = typeof sessions.$inferSelect;

const holds = (now: Instant): SQL | undefined =>
  and(gt(sessions.startedAt, now - SESSION.limit), gt(sessions.seenAt, now - SESSION.idle));

export async function keepSession(db: Db, row: SessionRow): Promise<void> {
  await db.insert(sessions).values(row);
}

export async function sessionOf(db: Db, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row ?? null;
}

/** False when another request was first. */
export async function rotateSession(
  db: Db,
  before: SessionRow,
  { current, previous, rotatedAt, confirmed, seenAt }: SessionState,
): Promise<boolean> {
  const changed = await db
    .update(sessions)
    .set({ current, previous, rotatedAt, confirmed, seenAt })
    .where(and(eq(sessions.id, before.id), eq(sessions.current, before.current)))
    .returning({ id: sessions.id });
  return changed.length > 0;
}

export async function confirmSession(db: Db, { id, current }: SessionRow): Promise<void> {
  await db
    .update(sessions)
    .set({ confirmed: true })
    .where(and(eq(sessions.id, id), eq(sessions.current, current)));
}

export async function touchSessions(db: Db, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(sessions)
    .set({ seenAt: now })
    .where(inArray(sessions.id, [...ids]));
}

/** Those of these that still hold. */
export async function sessionsAmong(
  db: Db,
  ids: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, [...ids]), holds(now)));
  return new Set(rows.map(({ id }) => id));
}

export async function sessionsOf(db: Db, staffId: StaffId, now: Instant): Promise<readonly SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), holds(now)))
    .orderBy(sessions.startedAt);
}

/** How many sessions of each person hold, and when the last was used. */
export async function sessionsByPerson(
  db: Db,
  now: Instant,
): Promise<ReadonlyMap<StaffId, { readonly count: number; readonly seenAt: Instant }>> {
  const rows = await db
    .select({ staffId: sessions.staffId, count: count(), seenAt: max(sessions.seenAt) })
    .from(sessions)
    .where(holds(now))
    .groupBy(sessions.staffId);
  return new Map(rows.map((row) => [row.staffId, { count: row.count, seenAt: row.seenAt ?? now }]));
}

/** Gives those that were there. Consoles everywhere that hold one of them are told. */
export async function endSessions(
  db: Db,
  which: { readonly staffId: StaffId; readonly id?: string },
): Promise<readonly string[]> {
  const { staffId, id } = which;
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.staffId, staffId), id === undefined ? undefined : eq(sessions.id, id)))
    .returning({ id: sessions.id });
  if (ended.length > 0) await announceChange(db, 'sessions');
  return ended.map((row) => row.id);
}

/** Another node may have been unable to say that its consoles are open. */
const FORGOTTEN_LATER = minutes(10);

/** Those that ended by themselves. */
export async function forgetSessions(db: Db, now: Instant): Promise<void> {
  const unused = lte(sessions.seenAt, now - SESSION.idle - FORGOTTEN_LATER);
  await db.delete(sessions).where(or(lte(sessions.startedAt, now - SESSION.limit), unused));
}
