import { ok } from '@haven/shared/result';
import { days } from '@haven/shared/units';
import { readShifts } from '../../records/roster-shifts';
import type { StaffHandler } from '../connection';

const AHEAD = days(92);

export const rosterMine: StaffHandler<'roster:mine'> = async ({ records, now }, { profile }) => {
  const window = { from: now(), until: now() + AHEAD, staff: [profile.staffId] };
  return ok({ shifts: [...(await readShifts(records.db, 'published', window))] });
};
