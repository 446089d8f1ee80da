import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Arrangement } from '@haven/shared/protocol/roster-requests';
import type { RosterPlan } from '@haven/shared/protocol/roster-plan';
import { ok, type Result } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { nounOf, readPlan } from '../../records/roster-plan';
import { changePlan } from '../../roster/change-plan';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterArrange: StaffHandler<'roster:arrange'> = (edge, { profile }, arranging) => {
  const scope = scopeOf(edge);
  return scope.db.transaction<Result<RosterPlan, ErrorCode>>(async (tx) => {
    const changed = await changePlan(tx, arranging);
    if (!changed.ok) return changed;
    const plan = await readPlan(tx, scope);
    const about = nameOf(arranging.change);
    await appendAudit(tx, { at: edge.now(), by: profile.staffId, act: 'roster-arranged', about, reason: '' });
    return ok(plan);
  });
};

const nameOf = (change: Arrangement): string => {
  const { noun, id } = nounOf(change);
  return change.kind === 'remove' ? `${noun} ${id}` : id;
};
