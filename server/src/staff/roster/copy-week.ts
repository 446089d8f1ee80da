import { randomBytes } from 'node:crypto';
import { ok } from '@haven/shared/result';
import { copyDraftWeek } from '../../roster/generate-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterCopyWeek: StaffHandler<'roster:copy-week'> = async (edge, _connection, weeks) => {
  const { db, timeZone, staff } = scopeOf(edge);
  const newId = () => `copy-${randomBytes(9).toString('base64url')}`;
  return ok(await copyDraftWeek(db, timeZone, staff, weeks, newId));
};
