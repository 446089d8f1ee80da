import { randomBytes } from 'node:crypto';
import { copyDraftWeek } from '../../roster/generate-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterCopyWeek: StaffHandler<'roster:copy-week'> = (edge, _connection, weeks) => {
  const scope = scopeOf(edge);
  const newId = () => `copy-${randomBytes(9).toString('base64url')}`;
  return copyDraftWeek(scope.db, scope, scope.staff, weeks, newId);
};
