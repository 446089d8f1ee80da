import type { Arrangement } from '@haven/shared/protocol/roster-requests';
import { ok } from '@haven/shared/result';
import { announceChange } from '../../records/changes';
import { arrange, readPlan } from '../../records/roster-plan';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterArrange: StaffHandler<'roster:arrange'> = async (edge, { profile }, change) => {
  const scope = scopeOf(edge);
  const plan = await scope.db.transaction(async (tx) => {
    await arrange(tx, change);
    await announceChange(tx, 'roster');
    return readPlan(tx, scope);
  });
  await edge.audit.append({ by: profile.staffId, act: 'roster-arranged', about: nameOf(change), reason: '' });
  return ok(plan);
};

const nameOf = (change: Arrangement): string => {
  switch (change.kind) {
    case 'team':
      return change.team.id;
    case 'rotation':
      return change.rotation.id;
    case 'pattern':
      return change.pattern.id;
    case 'exception':
      return change.exception.id;
    case 'remove':
      return `${change.noun} ${change.id}`;
  }
};
