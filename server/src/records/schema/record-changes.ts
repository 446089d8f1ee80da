import { bigint, pgTable, text } from 'drizzle-orm/pg-core';

/** How often the records of a topic have changed. Nodes that missed the news see it here. */
export const recordChanges = pgTable('record_changes', {
  topic: text().primaryKey(),
  revision: bigint({ mode: 'number' }).notNull(),
});
