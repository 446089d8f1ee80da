import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** What desks go by, every version of it by itself. A value of null: the usual. */
export const deskSettings = pgTable(
  'desk_settings',
  {
    desk: text().notNull(),
    kind: text({ enum: ['overflow', 'hours'] }).notNull(),
    version: integer().notNull(),
    value: jsonb(),
    setBy: text('set_by').notNull(),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.desk, table.kind, table.version] })],
);
