import type { StaffId } from '@haven/shared/ids';
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { staff } from './staff';

/** Whom the organisation's provider signs in, by the provider's own name for the person. */
export const organisationAccounts = pgTable(
  'organisation_accounts',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    staffId: text('staff_id')
      .$type<StaffId>()
      .notNull()
      .unique()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
);
