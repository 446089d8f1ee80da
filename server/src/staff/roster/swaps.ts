import { may } from '@haven/shared/protocol/permissions';
import { ok } from '@haven/shared/result';
import { readShifts } from '../../records/roster-shifts';
import { readSwaps } from '../../records/roster-swaps';
import type { StaffHandler } from '../connection';

/** Those who plan see everybody's. */
export const rosterSwaps: StaffHandler<'roster:swaps'> = async ({ records }, { profile }) => {
  const whose = may(profile.role, 'roster:edit') ? null : profile.staffId;
  const swaps = await readSwaps(records.db, whose);
  const ids = swaps.flatMap(({ shift, inReturn }) => (inReturn === null ? [shift] : [shift, inReturn]));
  const shifts = ids.length === 0 ? [] : await readShifts(records.db, 'published', { ids });
  return ok({ swaps: [...swaps], shifts: [...shifts] });
};
