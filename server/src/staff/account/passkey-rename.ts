import { err, ok } from '@haven/shared/result';
import { renamePasskey } from '../../records/passkeys';
import type { StaffHandler } from '../connection';

export const passkeyRename: StaffHandler<'passkey:rename'> = async (edge, { profile }, { id, name }) => {
  const isDone = await renamePasskey(edge.records.db, { staffId: profile.staffId, id }, name);
  return isDone ? ok({}) : err('passkey-refused');
};
