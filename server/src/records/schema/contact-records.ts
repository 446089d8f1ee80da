import type { DeskId, RegionId } from '@haven/shared/ids';
import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, smallint, text } from 'drizzle-orm/pg-core';

/** What is kept of chats, as columns. There is no key: no row can be told from another that says the same. */
export const contactRecords = pgTable(
  'contact_records',
  {
    day: date({ mode: 'string' }).notNull(),
    hour: smallint().notNull(),
    desk: text().$type<DeskId>().notNull(),
    region: text().$type<RegionId>(),
    language: text().$type<ContactRecord['language']>().notNull(),
    forWhom: text('for_whom').$type<ContactRecord['forWhom']>(),
    topics: text().array().$type<ContactRecord['topics']>().notNull(),
    safety: text().$type<ContactRecord['safety']>(),
    actions: text().array().$type<ContactRecord['actions']>().notNull(),
    wait: text().$type<ContactRecord['wait']>().notNull(),
    duration: text().$type<ContactRecord['duration']>(),
    ended: text().$type<ContactRecord['ended']>().notNull(),
    registration: text().$type<ContactRecord['registration']>().notNull(),
    skipReason: text('skip_reason').$type<ContactRecord['skipReason']>(),
    helped: text().$type<ContactRecord['helped']>(),
    safer: text().$type<ContactRecord['safer']>(),
  },
  (table) => [
    index('contact_records_by_day').on(table.day),
    check('contact_records_hour', sql`${table.hour} between 0 and 23`),
  ],
);

/** One row: what published counts are blurred with. Whoever had it could sharpen them again. */
export const reportKey = pgTable(
  'report_key',
  { only: smallint().primaryKey().default(1), key: text().notNull() },
  (table) => [check('report_key_only', sql`${table.only} = 1`)],
);
