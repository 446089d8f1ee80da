import { editDraft } from '../../roster/edit-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterEdit: StaffHandler<'roster:edit'> = (edge, _connection, change) => {
  const { db, staff } = scopeOf(edge);
  return editDraft(db, staff, change);
};
