import type { StaffId } from '@haven/shared/ids';
import type { Role } from '@haven/shared/protocol/presence';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { staff } from './staff';

/** Recoveries that somebody asked for and nobody confirmed yet, one a person at most. */
export const recoveries = pgTable('recoveries', {
  staffId: text('staff_id')
    .$type<StaffId>()
    .primaryKey()
    .references(() => staff.staffId, { onDelete: 'cascade' }),
  askedBy: text('asked_by')
    .$type<StaffId>()
    .notNull()
    .references(() => staff.staffId, { onDelete: 'cascade' }),
  askedByRole: text('asked_by_role').$type<Role>().notNull(),
  askedAt: bigint('asked_at', { mode: 'number' }).notNull(),
});
