import { ok } from '@haven/shared/result';
import { lookAtDifference } from '../../roster/publish';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterDifference: StaffHandler<'roster:difference'> = async (edge) => {
  const { db, regions, staff } = scopeOf(edge);
  return ok(await lookAtDifference(db, regions, staff, edge.now()));
};
