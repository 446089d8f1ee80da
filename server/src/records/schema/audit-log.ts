import type { StaffId } from '@haven/shared/ids';
import type { AuditAct } from '@haven/shared/protocol/audit';
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';

/** Who did what about the organisation, when and why. Each entry holds the hash of all before it. */
export const auditLog = pgTable(
  'audit_log',
  {
    number: bigint({ mode: 'number' }).primaryKey(),
    at: bigint({ mode: 'number' }).notNull(),
    /** No reference: an entry outlives whom it names. */
    by: text().$type<StaffId>(),
    act: text().$type<AuditAct>().notNull(),
    about: text().notNull(),
    reason: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index('audit_log_by').on(table.by), index('audit_log_act').on(table.act)],
);
