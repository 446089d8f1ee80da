import type { StaffId } from '@haven/shared/ids';
import type { Db } from '../records/database';

/** What is done about somebody's access, by whom. */
export type SignInAct =
  | 'invited'
  | 'invitation-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'account-connected'
  | 'created-by-group'
  | 'role-by-group'
  | 'changed'
  | 'activated'
  | 'deactivated'
  | 'signed-out-everywhere'
  | 'recovery-asked'
  | 'recovery-cancelled'
  | 'recovered'
  | 'session-replayed';

/** Written down, for good, with what it is about: in the same transaction. */
export type Note = (
  db: Db,
  entry: { readonly by: StaffId | null; readonly act: SignInAct; readonly about: StaffId },
) => Promise<void>;
