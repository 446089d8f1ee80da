import { err, ok } from '@haven/shared/result';
import { addStaff } from '../../records/staff';
import type { StaffHandler } from '../connection';
import { knowsDesks } from './knows-desks';

export const peopleInvite: StaffHandler<'people:invite'> = async (edge, { profile }, position) => {
  if (!knowsDesks(edge, position.desks)) return err('malformed');
  return edge.records.db.transaction(async (records) => {
    const staffId = await addStaff(records, position);
    await edge.note(records, { by: profile.staffId, act: 'invited', about: staffId });
    return ok(await edge.invite(records, staffId, 'join'));
  });
};
