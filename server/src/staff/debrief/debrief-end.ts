import { ok } from '@haven/shared/result';
import { endDebrief } from '../../records/debriefs';
import type { StaffHandler } from '../connection';

export const debriefWithdraw: StaffHandler<'debrief:withdraw'> = async ({ records }, { profile }) => {
  await endDebrief(records.db, profile.staffId);
  return ok({});
};

export const debriefDone: StaffHandler<'debrief:done'> = async ({ records }, _connection, { staffId }) => {
  await endDebrief(records.db, staffId);
  return ok({});
};
