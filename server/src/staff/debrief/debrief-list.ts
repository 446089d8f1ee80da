import { ok } from '@haven/shared/result';
import { readDebriefs } from '../../records/debriefs';
import type { StaffHandler } from '../connection';

/** A colleague who is no supervisor does not learn who asked. */
export const debriefList: StaffHandler<'debrief:list'> = async ({ records }, { profile }) => {
  const all = await readDebriefs(records.db);
  const mine = all.filter(({ staffId }) => staffId === profile.staffId);
  return ok({ debriefs: profile.role === 'supervisor' ? all : mine });
};
