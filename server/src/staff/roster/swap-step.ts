import { may } from '@haven/shared/protocol/permissions';
import { appendAudit } from '../../records/audit-log';
import { takeStep } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterSwapStep: StaffHandler<'roster:swap-step'> = (edge, { profile }, { swap, step }) => {
  const { db, staff } = scopeOf(edge);
  const by = { staffId: profile.staffId, plans: may(profile.role, 'roster:edit') };
  const at = edge.now();
  return db.transaction(async (tx) => {
    const stepped = await takeStep(tx, staff, swap, step, by, at);
    if (stepped.ok && step === 'approve' && stepped.value.swap.state === 'approved') {
      const { from, to } = stepped.value.swap;
      const about = `${from}, ${to}`;
      await appendAudit(tx, { at, by: by.staffId, act: 'swap-approved', about, reason: '' });
    }
    return stepped;
  });
};
