import { ok } from '@haven/shared/result';
import { takeDebrief } from '../../records/debriefs';
import type { StaffHandler } from '../connection';

export const debriefTake: StaffHandler<'debrief:take'> = async ({ records }, { profile }, { staffId }) => {
  await takeDebrief(records.db, staffId, profile.staffId);
  return ok({});
};
