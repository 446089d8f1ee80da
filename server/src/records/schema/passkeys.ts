import type { StaffId } from '@haven/shared/ids';
import { bigint, boolean, customType, index, pgTable, text } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});
import { staff } from './staff';

/** The public halves of passkeys. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: text().primaryKey(),
    staffId: text('staff_id')
      .$type<StaffId>()
      .notNull()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
    name: text().notNull(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    synchronised: boolean().notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    usedAt: bigint('used_at', { mode: 'number' }),
  },
  (table) => [index('passkeys_staff_id').on(table.staffId)],
);
