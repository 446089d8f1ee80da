import type { DeskId } from '@haven/shared/ids';
import type { AlarmThresholds } from '@haven/shared/protocol/board';
import { bigint, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { desks } from './organisation';

/** From when on something at a desk is an alarm on the board; a desk without a row has the usual ones. */
export const boardThresholds = pgTable('board_thresholds', {
  deskId: text('desk_id')
    .$type<DeskId>()
    .primaryKey()
    .references(() => desks.id, { onDelete: 'cascade' }),
  thresholds: jsonb().$type<AlarmThresholds>().notNull(),
});

/**
 * How many come in a quarter of an hour of a day of the week: a running mean of the whole house. A day is added once it
 * is over, with all of its quarters, so that no row tells of a chat or its time.
 */
export const quarterCounts = pgTable(
  'quarter_counts',
  {
    /** Monday is 1. */
    weekday: integer().notNull(),
    quarter: integer().notNull(),
    mean: doublePrecision().notNull(),
    days: integer().notNull(),
    /** The last day that was added, so that none is added twice. */
    through: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.weekday, table.quarter] })],
);

/** Holes of the roster that people outside the consoles have been told of, so that they are told once. */
export const holeAlerts = pgTable(
  'hole_alerts',
  {
    desk: text().$type<DeskId>().notNull(),
    begins: bigint({ mode: 'number' }).notNull(),
    ends: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.desk, table.begins] })],
);
