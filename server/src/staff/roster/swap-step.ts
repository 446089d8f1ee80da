import type { AuditAct } from '@haven/shared/protocol/audit';
import { may } from '@haven/shared/protocol/permissions';
import type { SwapState } from '@haven/shared/protocol/roster-swap';
import { appendAudit } from '../../records/audit-log';
import { takeStep } from '../../roster/swap-shifts';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

/** What a planner decides over others; the rest the two settle between themselves. */
const DECIDED: Partial<Record<SwapState, AuditAct>> = {
  approved: 'swap-approved',
  rejected: 'swap-rejected',
};

export const rosterSwapStep: StaffHandler<'roster:swap-step'> = (edge, { profile }, { swap, step }) => {
  const { db, staff } = scopeOf(edge);
  const by = { staffId: profile.staffId, plans: may(profile.role, 'roster:edit') };
  const at = edge.now();
  return db.transaction(async (tx) => {
    const stepped = await takeStep(tx, staff, swap, step, by, at);
    if (!stepped.ok) return stepped;
    const { state, from, to } = stepped.value.swap;
    const act = DECIDED[state];
    if (act !== undefined) {
      const about = `${from}, ${to}`;
      await appendAudit(tx, { at, by: by.staffId, act, about, reason: '' });
    }
    return stepped;
  });
};
