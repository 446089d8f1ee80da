import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { OneTimeLink } from '@haven/shared/protocol/people';
import { err, ok, type Result } from '@haven/shared/result';
import { dropAccount } from '../../records/organisation-accounts';
import { removePasskeysOf } from '../../records/passkeys';
import { dropRecovery, recoveryOf } from '../../records/recoveries';
import { confirmRecovery } from '../../sign-in/recovery';
import type { StaffHandler } from '../connection';

/** Whoever holds what she lost gets in no longer, from the same moment on. */
export const recoveryConfirm: StaffHandler<'recovery:confirm'> = async (edge, { profile }, { staffId }) => {
  return edge.sessions.endWith<Result<OneTimeLink, ErrorCode>>(async (records, end) => {
    const recovery = await recoveryOf(records, staffId);
    if (recovery === null) return err('recovery-over');
    const confirmed = confirmRecovery(recovery, profile, edge.now());
    if (!confirmed.ok) return confirmed;
    await dropRecovery(records, staffId);
    await removePasskeysOf(records, staffId);
    await dropAccount(records, staffId);
    await end({ staffId });
    await edge.note(records, { by: profile.staffId, act: 'recovered', about: staffId });
    return ok(await edge.invite(records, staffId, 'recover'));
  });
};
