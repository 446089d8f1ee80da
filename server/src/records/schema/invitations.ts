import type { StaffId } from '@haven/shared/ids';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { InvitationPurpose } from '../../sign-in/invitation';
import { staff } from './staff';

/** The one-time link of each person who has one; a later one takes its place. Only its hash is kept. */
export const invitations = pgTable('invitations', {
  staffId: text('staff_id')
    .$type<StaffId>()
    .primaryKey()
    .references(() => staff.staffId, { onDelete: 'cascade' }),
  hash: text().notNull().unique(),
  purpose: text().$type<InvitationPurpose>().notNull(),
  until: bigint({ mode: 'number' }).notNull(),
  usedAt: bigint('used_at', { mode: 'number' }),
});
