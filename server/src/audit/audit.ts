import type { StaffId } from '@haven/shared/ids';
import type { AuditEntry } from '@haven/shared/protocol/audit';
import type { Instant } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';

/** An act at the desks, which must be explained afterwards. Nothing in it leads to a chat or a visitor. */
export type Act = Pick<AuditEntry, 'act' | 'about' | 'reason'> & { readonly by: StaffId };

export type Audit = { readonly append: (act: Act) => Promise<void> };

export const auditIn = (db: Db, now: () => Instant): Audit => ({
  append: (act) => appendAudit(db, { ...act, at: now() }),
});
