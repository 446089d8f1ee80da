import { randomBytes } from 'node:crypto';
import { err } from '@haven/shared/result';
import { askSwap } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';

export const rosterSwapAsk: StaffHandler<'roster:swap-ask'> = async (edge, { profile }, asked) => {
  const { records, directory, now } = edge;
  if (asked.to === profile.staffId || !directory.current().staff.has(asked.to)) return err('malformed');
  // The latest come first where they are listed by it.
  const id = `${now().toString(36)}-${randomBytes(6).toString('hex')}`;
  return askSwap(records.db, { ...asked, id, from: profile.staffId, state: 'asked' }, now());
};
