import { ok } from '@haven/shared/result';
import { editDraft } from '../../roster/edit-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterEdit: StaffHandler<'roster:edit'> = async (edge, _connection, change) => {
  const { db, staff } = scopeOf(edge);
  return ok(await editDraft(db, staff, change));
};
