import type { DeskId, StaffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { desks } from './organisation';
import { staff } from './staff';

/** What counsellors need not type anew: somebody's own, a desk's, or, with neither, everyone's. */
export const cannedReplies = pgTable(
  'canned_replies',
  {
    id: text().primaryKey(),
    version: integer().notNull().default(1),
    owner: text()
      .$type<StaffId>()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
    desk: text()
      .$type<DeskId>()
      .references(() => desks.id, { onDelete: 'cascade' }),
    shortcut: text().notNull(),
    language: text().$type<Language>().notNull(),
    title: text().notNull(),
    text: text().notNull(),
  },
  (table) => [
    check('canned_replies_shelf', sql`${table.owner} is null or ${table.desk} is null`),
    uniqueIndex('canned_replies_shortcut').on(
      sql`coalesce(${table.owner}, '')`,
      sql`coalesce(${table.desk}, '')`,
      table.language,
      table.shortcut,
    ),
  ],
);
