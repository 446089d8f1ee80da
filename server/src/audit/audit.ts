import type { StaffId } from '@haven/shared/ids';
import type { AuditAct, AuditEntry } from '@haven/shared/protocol/audit';
import type { Clock } from '@haven/shared/transport/socket-port';
import { hours, type Instant, seconds } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';
import { createLateWriter } from '../records/late-writer';

/** An act at the desks, which must be explained afterwards. Nothing in it leads to a chat or a visitor. */
export type Act = Pick<AuditEntry, 'act' | 'about' | 'reason'> & { readonly by: StaffId };

/** Whom a counsellor asked into her chat, and the visitor let in. */
export type Joining = { readonly by: StaffId; readonly joined: StaffId };

export type Audit = {
  /** Resolves when it is written, or has to wait for the records: what was done at the desks holds either way. */
  readonly append: (act: Act) => Promise<void>;
  readonly joined: (joining: Joining) => void;
  /** Resolves when what waits is written, or cannot be. */
  readonly stop: () => Promise<void>;
};

type Deps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/** By these a chat ends or changes hands. As of a contact the hour is written: the moment would lead to the chat. */
const ON_CHATS: ReadonlySet<AuditAct> = new Set([
  'chats-moved',
  'chats-taken-off',
  'visitor-blocked',
  'colleague-joined',
]);

/** How long a hand on the desk waits for the audit log before it is told that it is done. */
const PATIENCE = seconds(2);

/**
 * Writes down what was done to live state, which no transaction of the records can hold. What is done while they cannot
 * be reached is written when they can; what is kept in the records has its entry in the same transaction instead.
 */
export function openAudit({ db, clock, onFault }: Deps): Audit {
  const writer = createLateWriter<Act & { readonly at: Instant }>({
    write: (act) => appendAudit(db, act),
    clock,
    onFault: (thrown) => onFault('audit', thrown),
  });
  const add = (act: Act): Promise<void> => {
    const now = clock.now();
    return writer.add({ ...act, at: ON_CHATS.has(act.act) ? hourOf(now) : now });
  };
  return {
    append: async (act) => {
      const written = add(act);
      let cancel = (): void => undefined;
      const tired = new Promise<void>((resolve) => {
        cancel = clock.after(PATIENCE, resolve);
      });
      await Promise.race([written, tired]);
      cancel();
    },
    joined: ({ by, joined }) => void add({ by, act: 'colleague-joined', about: joined, reason: '' }),
    stop: writer.stop,
  };
}

const hourOf = (at: Instant): Instant => at - (at % hours(1));
