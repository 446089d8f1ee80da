import { err, ok } from '@haven/shared/result';
import { keepRecovery } from '../../records/recoveries';
import { staffRow } from '../../records/staff';
import { askRecovery } from '../../sign-in/recovery';
import type { StaffHandler } from '../connection';

export const recoveryAsk: StaffHandler<'recovery:ask'> = (edge, { profile }, { staffId }) =>
  edge.records.db.transaction(async (records) => {
    if ((await staffRow(records, staffId))?.active !== true) return err('unknown-person');
    const asked = askRecovery(profile, staffId, edge.now());
    if (!asked.ok) return asked;
    await keepRecovery(records, asked.value);
    await edge.note(records, { by: profile.staffId, act: 'recovery-asked', about: staffId });
    return ok({});
  });
