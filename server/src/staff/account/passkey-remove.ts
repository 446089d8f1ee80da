import { err, ok } from '@haven/shared/result';
import { lockedPasskeysOf, removePasskey } from '../../records/passkeys';
import { isFresh } from '../../sign-in/session';
import type { StaffHandler } from '../connection';

export const passkeyRemove: StaffHandler<'passkey:remove'> = async (edge, { profile, session }, { id }) => {
  const { staffId } = profile;
  if (!isFresh(session, edge.now())) return err('not-fresh');
  return edge.records.db.transaction(async (records) => {
    // Of two tabs that each remove one of the last two, the second finds one left.
    const passkeys = await lockedPasskeysOf(records, staffId);
    if (!passkeys.some((passkey) => passkey.id === id)) return err('passkey-refused');
    if (passkeys.length === 1) return err('last-passkey');
    await removePasskey(records, { staffId, id });
    await edge.note(records, { by: staffId, act: 'passkey-removed', about: staffId });
    return ok({});
  });
};
