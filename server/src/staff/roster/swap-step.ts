import { may } from '@haven/shared/protocol/permissions';
import { takeStep } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterSwapStep: StaffHandler<'roster:swap-step'> = async (edge, { profile }, { swap, step }) => {
  const { db, staff } = scopeOf(edge);
  const by = { staffId: profile.staffId, plans: may(profile.role, 'roster:edit') };
  const stepped = await takeStep(db, staff, swap, step, by, edge.now());
  if (stepped.ok && step === 'approve' && stepped.value.swap.state === 'approved') {
    const { from, to } = stepped.value.swap;
    await edge.audit.append({ by: by.staffId, act: 'swap-approved', about: `${from}, ${to}`, reason: '' });
  }
  return stepped;
};
