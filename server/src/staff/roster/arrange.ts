import { ok } from '@haven/shared/result';
import { announceChange } from '../../records/changes';
import { arrange, readPlan } from '../../records/roster-plan';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterArrange: StaffHandler<'roster:arrange'> = async (edge, _connection, change) => {
  const scope = scopeOf(edge);
  return ok(
    await scope.db.transaction(async (tx) => {
      await arrange(tx, change);
      await announceChange(tx, 'roster');
      return readPlan(tx, scope);
    }),
  );
};
