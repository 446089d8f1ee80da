import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Arranging } from '@haven/shared/protocol/roster-requests';
import type { RosterPlan } from '@haven/shared/protocol/roster-plan';
import { ok, type Result } from '@haven/shared/result';
import { appendAudit } from '../../records/audit-log';
import { readPlan } from '../../records/roster-plan';
import { changePlan } from '../../roster/change-plan';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterArrange: StaffHandler<'roster:arrange'> = (edge, { profile }, arranging) => {
  const scope = scopeOf(edge);
  return scope.db.transaction<Result<RosterPlan, ErrorCode>>(async (tx) => {
    const changed = await changePlan(tx, arranging);
    if (!changed.ok) return changed;
    const plan = await readPlan(tx, scope);
    const about = nameOf(arranging);
    await appendAudit(tx, { at: edge.now(), by: profile.staffId, act: 'roster-arranged', about, reason: '' });
    return ok(plan);
  });
};

/** As those who plan call it: another thing may have the same identifier. */
const nameOf = ({ change, seen }: Arranging): string => {
  switch (change.kind) {
    case 'team':
      return change.team.name;
    case 'rotation':
      return change.rotation.name;
    case 'pattern':
      return change.pattern.name;
    case 'exception':
      return change.exception.name;
    case 'remove':
      return seen?.name ?? change.id;
  }
};
