import type { DeskId, StaffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Role } from '@haven/shared/protocol/presence';
import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { desks } from './organisation';

/** Who works, or has worked, for the organisation. */
export const staff = pgTable(
  'staff',
  {
    staffId: text('staff_id').$type<StaffId>().primaryKey(),
    displayName: text('display_name').notNull(),
    role: text().$type<Role>().notNull(),
    languages: text().array().$type<Language[]>().notNull(),
    /** Who has left stays, because others’ records name them; they sign in nowhere and are shown to nobody. */
    active: boolean().notNull().default(true),
    /** In the order in which they came. */
    number: integer().generatedAlwaysAsIdentity(),
  },
  (table) => [check('staff_role', sql`${table.role} in ('counsellor', 'supervisor', 'administrator')`)],
);

/** Who belongs to which desks; the first one is home. */
export const memberships = pgTable(
  'memberships',
  {
    staffId: text('staff_id')
      .$type<StaffId>()
      .notNull()
      .references(() => staff.staffId, { onDelete: 'cascade' }),
    deskId: text('desk_id')
      .$type<DeskId>()
      .notNull()
      .references(() => desks.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.deskId] })],
);
