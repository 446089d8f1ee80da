import type { StaffId } from '@haven/shared/ids';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { staff } from './staff';

/** Screens on a wall. Of the link and of what the screen holds only hashes are kept. Instants in milliseconds. */
export const displays = pgTable('displays', {
  id: text().primaryKey(),
  name: text().notNull(),
  madeBy: text('made_by')
    .$type<StaffId>()
    .notNull()
    .references(() => staff.staffId, { onDelete: 'cascade' }),
  madeAt: bigint('made_at', { mode: 'number' }).notNull(),
  link: text().notNull().unique(),
  linkUntil: bigint('link_until', { mode: 'number' }).notNull(),
  /** Null until the link was opened. */
  secret: text(),
  seenAt: bigint('seen_at', { mode: 'number' }),
});
