import { randomBytes } from 'node:crypto';
import { err } from '@haven/shared/result';
import { askSwap } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterSwapAsk: StaffHandler<'roster:swap-ask'> = async (edge, { profile }, asked) => {
  const { db, staff } = scopeOf(edge);
  const { now } = edge;
  if (asked.to === profile.staffId || !staff.has(asked.to)) return err('malformed');
  // The latest come first where they are listed by it.
  const id = `${now().toString(36)}-${randomBytes(6).toString('hex')}`;
  return askSwap(db, { ...asked, id, from: profile.staffId, state: 'asked' }, now());
};
