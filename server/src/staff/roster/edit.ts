import { err } from '@haven/shared/result';
import { servingOnly } from '@haven/shared/roster/serving-only';
import { editDraft } from '../../roster/edit-draft';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterEdit: StaffHandler<'roster:edit'> = async (edge, _connection, change) => {
  const { db, staff, regions } = scopeOf(edge);
  // Somebody may have retired a region while it was being written.
  const save = servingOnly(change.save, regions);
  if (save.length < change.save.length) return err('outdated');
  return editDraft(db, staff, { ...change, save });
};
