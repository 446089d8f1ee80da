import type { Language } from '@haven/shared/protocol/organisation';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

/** What counsellors need not type anew. */
export const cannedReplies = pgTable('canned_replies', {
  id: text().primaryKey(),
  shortcut: text().notNull(),
  language: text().$type<Language>().notNull(),
  title: text().notNull(),
  text: text().notNull(),
  position: integer().notNull(),
});
