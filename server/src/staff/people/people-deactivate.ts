import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import { dropOwnReplies } from '../../records/canned-replies';
import { dropInvitation } from '../../records/invitations';
import { dropRecovery } from '../../records/recoveries';
import { hasOtherAdministrator, setStaffActive, staffRow } from '../../records/staff';
import type { StaffHandler } from '../connection';

export const peopleDeactivate: StaffHandler<'people:deactivate'> = async (edge, { profile }, { staffId }) => {
  return edge.sessions.endWith<Result<Record<string, never>, ErrorCode>>(async (records, end) => {
    const person = await staffRow(records, staffId);
    if (person === null) return err('unknown-person');
    const isNeeded = person.role === 'administrator' && !(await hasOtherAdministrator(records, staffId));
    if (isNeeded) return err('last-administrator');
    await setStaffActive(records, staffId, false);
    await dropInvitation(records, staffId);
    await dropRecovery(records, staffId);
    await dropOwnReplies(records, staffId);
    await end({ staffId });
    await edge.note(records, { by: profile.staffId, act: 'deactivated', about: staffId });
    return ok({});
  });
};
