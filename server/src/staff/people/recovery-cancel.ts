import { err, ok } from '@haven/shared/result';
import { dropRecovery } from '../../records/recoveries';
import type { StaffHandler } from '../connection';

export const recoveryCancel: StaffHandler<'recovery:cancel'> = (edge, { profile }, { staffId }) =>
  edge.records.db.transaction(async (records) => {
    if (!(await dropRecovery(records, staffId))) return err('recovery-over');
    await edge.note(records, { by: profile.staffId, act: 'recovery-cancelled', about: staffId });
    return ok({});
  });
