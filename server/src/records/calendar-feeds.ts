import type { StaffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './database';
import { calendarFeeds } from './schema/roster';

export type Feed = {
  readonly id: string;
  readonly staffId: StaffId;
  readonly team: string | null;
  readonly language: Language;
  /** Null: before this was kept. */
  readonly madeAt: Instant | null;
};

/** The oldest first. */
export function readFeeds(db: Db, staffId: StaffId): Promise<readonly Feed[]> {
  return db
    .select(FIELDS)
    .from(calendarFeeds)
    .where(eq(calendarFeeds.staffId, staffId))
    .orderBy(sql`${calendarFeeds.madeAt} nulls first`, calendarFeeds.id);
}

export async function addFeed(db: Db, feed: Feed, tokenHash: string): Promise<void> {
  await db.insert(calendarFeeds).values({ ...feed, tokenHash });
}

/** What is gone by it; null where the person has no such feed. */
export async function removeFeed(db: Db, id: string, staffId: StaffId): Promise<Feed | null> {
  const [gone] = await db
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.id, id), eq(calendarFeeds.staffId, staffId)))
    .returning(FIELDS);
  return gone ?? null;
}

export async function feedOf(db: Db, tokenHash: string): Promise<Feed | null> {
  const [row] = await db.select(FIELDS).from(calendarFeeds).where(eq(calendarFeeds.tokenHash, tokenHash));
  return row ?? null;
}

const FIELDS = {
  id: calendarFeeds.id,
  staffId: calendarFeeds.staffId,
  team: calendarFeeds.team,
  language: calendarFeeds.language,
  madeAt: calendarFeeds.madeAt,
};
