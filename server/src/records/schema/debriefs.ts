import type { StaffId } from '@haven/shared/ids';
import { date, pgTable, text } from 'drizzle-orm/pg-core';
import { staff } from './staff';

/** Who would like to talk about a chat: the day and no time, so that nobody finds the chat by it. */
export const debriefs = pgTable('debriefs', {
  staffId: text('staff_id')
    .$type<StaffId>()
    .primaryKey()
    .references(() => staff.staffId, { onDelete: 'cascade' }),
  day: date({ mode: 'string' }).notNull(),
  takenBy: text('taken_by')
    .$type<StaffId>()
    .references(() => staff.staffId, { onDelete: 'set null' }),
});
