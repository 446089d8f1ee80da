import type { StaffId } from '@haven/shared/ids';
import type { AuditEntry } from '@haven/shared/protocol/audit';
import { hours, type Instant } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';

/** An act at the desks, which must be explained afterwards. Nothing in it leads to a chat or a visitor. */
export type Act = Pick<AuditEntry, 'act' | 'about' | 'reason'> & { readonly by: StaffId };

export type Audit = { readonly append: (act: Act) => Promise<void> };

export const auditIn = (db: Db, now: () => Instant): Audit => ({
  append: (act) => appendAudit(db, { ...act, at: now() }),
});

/** Whom a counsellor asked into her chat, and the visitor let in. */
export type Joining = { readonly by: StaffId; readonly joined: StaffId };

/** Of a joining the hour is written, as of a contact: a moment would lead to a chat. */
export const joiningsIn =
  (db: Db, now: () => Instant) =>
  ({ by, joined }: Joining): Promise<void> =>
    appendAudit(db, { at: hourOf(now()), by, act: 'colleague-joined', about: joined, reason: '' });

const hourOf = (at: Instant): Instant => at - (at % hours(1));
