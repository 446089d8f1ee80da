import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import { changeStaff, hasOtherAdministrator, staffRow } from '../../records/staff';
import type { StaffHandler } from '../connection';
import { knowsDesks } from './knows-desks';

export const peopleChange: StaffHandler<'people:change'> = async (
  edge,
  { profile },
  { staffId, ...position },
) => {
  if (!knowsDesks(edge, position.desks)) return err('malformed');
  return edge.sessions.endWith<Result<Record<string, never>, ErrorCode>>(async (records, end) => {
    const person = await staffRow(records, staffId);
    if (person === null) return err('unknown-person');
    const resigns = person.role === 'administrator' && position.role !== 'administrator';
    if (resigns && !(await hasOtherAdministrator(records, staffId))) return err('last-administrator');
    await changeStaff(records, staffId, position);
    // What a console may do, and what rings at it, was decided when it signed in.
    await end({ staffId });
    await edge.note(records, { by: profile.staffId, act: 'changed', about: staffId });
    return ok({});
  });
};
