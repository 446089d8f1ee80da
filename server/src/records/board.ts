import type { DeskId } from '@haven/shared/ids';
import type { AlarmThresholds } from '@haven/shared/protocol/board';
import { eq, lt, sql } from 'drizzle-orm';
import type { Db } from './database';
import { boardThresholds, quarterCounts } from './schema/board';

/** A day further back than this many of its kind hardly counts: habits change with the seasons. */
const DAYS_REMEMBERED = 12;

export async function readThresholds(db: Db): Promise<ReadonlyMap<DeskId, AlarmThresholds>> {
  const rows = await db.select().from(boardThresholds);
  return new Map(rows.map(({ deskId, thresholds }) => [deskId, thresholds]));
}

export async function writeThresholds(db: Db, deskId: DeskId, thresholds: AlarmThresholds): Promise<void> {
  await db
    .insert(boardThresholds)
    .values({ deskId, thresholds })
    .onConflictDoUpdate({ target: boardThresholds.deskId, set: { thresholds } });
}

/** The usual number by quarter of an hour; nothing before a day of this kind was added. */
export async function readUsual(db: Db, weekday: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db.select().from(quarterCounts).where(eq(quarterCounts.weekday, weekday));
  return new Map(rows.map(({ quarter, mean }) => [quarter, mean]));
}

/** Adds a day that is over; adding it again changes nothing. */
export async function addDay(
  db: Db,
  { day, weekday }: { readonly day: string; readonly weekday: number },
  counts: readonly number[],
): Promise<void> {
  const rows = counts.map((mean, quarter) => ({ weekday, quarter, mean, days: 1, through: day }));
  const days = sql`least(${quarterCounts.days} + 1, ${DAYS_REMEMBERED})`;
  await db
    .insert(quarterCounts)
    .values(rows)
    .onConflictDoUpdate({
      target: [quarterCounts.weekday, quarterCounts.quarter],
      set: {
        mean: sql`${quarterCounts.mean} + (excluded.mean - ${quarterCounts.mean}) / ${days}`,
        days,
        through: sql`excluded.through`,
      },
      setWhere: lt(quarterCounts.through, sql`excluded.through`),
    });
}
