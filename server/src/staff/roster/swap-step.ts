import { may } from '@haven/shared/protocol/permissions';
import { takeStep } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterSwapStep: StaffHandler<'roster:swap-step'> = (edge, { profile }, { swap, step }) => {
  const { db, staff } = scopeOf(edge);
  const by = { staffId: profile.staffId, plans: may(profile.role, 'roster:edit') };
  return takeStep(db, staff, swap, step, by, edge.now());
};
