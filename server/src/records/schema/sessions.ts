import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { SignInWay } from '@haven/shared/protocol/account';
import { bigint, boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { staff } from './staff';

/** Who is signed in where. Of a session's secret only hashes are kept. Instants in milliseconds. */
export const sessions = pgTable(
  'sessions',
  {
    /** Names the session in lists; worth nothing without its secret. */
    id: text().primaryKey(),
    staffId: text('staff_id')
      .$type<StaffId>()
      .notNull()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
    device: text().$type<PublicKey>().notNull(),
    way: text().$type<SignInWay>().notNull(),
    current: text().notNull(),
    previous: text(),
    rotatedAt: bigint('rotated_at', { mode: 'number' }).notNull(),
    confirmed: boolean().notNull(),
    startedAt: bigint('started_at', { mode: 'number' }).notNull(),
    seenAt: bigint('seen_at', { mode: 'number' }).notNull(),
  },
  (table) => [index('sessions_staff_id').on(table.staffId)],
);
