import { err, ok } from '@haven/shared/result';
import { hasAccount } from '../../records/organisation-accounts';
import { passkeysOf } from '../../records/passkeys';
import { staffRow } from '../../records/staff';
import type { StaffHandler } from '../connection';

/** For who never signed in: a link for somebody who can would be a way around the second person of a recovery. */
export const peopleInviteAgain: StaffHandler<'people:invite-again'> = (edge, { profile }, { staffId }) =>
  edge.records.db.transaction(async (records) => {
    const person = await staffRow(records, staffId);
    if (person?.active !== true) return err('unknown-person');
    const passkeys = await passkeysOf(records, staffId);
    if (passkeys.length > 0 || (await hasAccount(records, staffId))) return err('can-sign-in');
    await edge.note(records, { by: profile.staffId, act: 'invited', about: staffId });
    return ok(await edge.invite(records, staffId, 'join'));
  });
