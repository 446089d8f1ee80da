import { may } from '@haven/shared/protocol/permissions';
import { ok } from '@haven/shared/result';
import { readSwaps } from '../../records/roster-swaps';
import type { StaffHandler } from '../connection';

/** Those who plan see everybody's. */
export const rosterSwaps: StaffHandler<'roster:swaps'> = async ({ records }, { profile }) => {
  const whose = may(profile.role, 'roster:edit') ? null : profile.staffId;
  return ok({ swaps: [...(await readSwaps(records.db, whose))] });
};
