import { ok } from '@haven/shared/result';
import { readPlan } from '../../records/roster-plan';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterPlan: StaffHandler<'roster:plan'> = async (edge) => {
  const scope = scopeOf(edge);
  return ok(await readPlan(scope.db, scope));
};
