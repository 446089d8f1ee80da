import type { StaffId } from '@haven/shared/ids';
import type { AuditAct } from '@haven/shared/protocol/audit';
import type { Db } from '../records/database';

/** Written down, for good, with what it is about: in the same transaction. */
export type Note = (
  db: Db,
  entry: { readonly by: StaffId | null; readonly act: AuditAct; readonly about: StaffId },
) => Promise<void>;
