import { randomBytes } from 'node:crypto';
import { ok } from '@haven/shared/result';
import { copyDraftWeek } from '../../roster/generate-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterCopyWeek: StaffHandler<'roster:copy-week'> = async (edge, _connection, weeks) => {
  const scope = scopeOf(edge);
  const newId = () => `copy-${randomBytes(9).toString('base64url')}`;
  return ok(await copyDraftWeek(scope.db, scope, scope.staff, weeks, newId));
};
