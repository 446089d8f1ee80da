import { err, ok } from '@haven/shared/result';
import { setStaffActive, staffRow } from '../../records/staff';
import type { StaffHandler } from '../connection';

export const peopleActivate: StaffHandler<'people:activate'> = (edge, { profile }, { staffId }) =>
  edge.records.db.transaction(async (records) => {
    if ((await staffRow(records, staffId)) === null) return err('unknown-person');
    await setStaffActive(records, staffId, true);
    await edge.note(records, { by: profile.staffId, act: 'activated', about: staffId });
    return ok({});
  });
