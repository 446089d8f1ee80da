import type { StaffId } from '@haven/shared/ids';
import type { AuditEntry } from '@haven/shared/protocol/audit';
import type { Clock } from '@haven/shared/transport/socket-port';
import { hours, type Instant } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';
import { createLateWriter } from '../records/late-writer';

/** An act at the desks, which must be explained afterwards. Nothing in it leads to a chat or a visitor. */
export type Act = Pick<AuditEntry, 'act' | 'about' | 'reason'> & { readonly by: StaffId };

export type Audit = { readonly append: (act: Act) => Promise<void> };

export const auditIn = (db: Db, now: () => Instant): Audit => ({
  append: (act) => appendAudit(db, { ...act, at: now() }),
});

/** Whom a counsellor asked into her chat, and the visitor let in. */
export type Joining = { readonly by: StaffId; readonly joined: StaffId };

export type Joinings = {
  readonly note: (joining: Joining) => void;
  /** Resolves when what waits is written, or cannot be. */
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/**
 * Nobody in the chat waits for it: who joined when the records could not be reached is written when they can. Of a
 * joining the hour is written, as of a contact: a moment would lead to a chat.
 */
export function joiningsIn({ db, clock, onFault }: Deps): Joinings {
  const writer = createLateWriter<Joining & { readonly at: Instant }>({
    write: ({ at, by, joined }) =>
      appendAudit(db, { at, by, act: 'colleague-joined', about: joined, reason: '' }),
    clock,
    onFault: (thrown) => onFault('audit', thrown),
  });
  return {
    note: (joining) => writer.add({ ...joining, at: hourOf(clock.now()) }),
    stop: writer.stop,
  };
}

const hourOf = (at: Instant): Instant => at - (at % hours(1));
