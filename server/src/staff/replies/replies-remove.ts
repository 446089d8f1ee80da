import { err, ok } from '@haven/shared/result';
import { removeReply } from '../../records/canned-replies';
import type { StaffHandler } from '../connection';

export const repliesRemoveOwn: StaffHandler<'replies:remove-own'> = async (
  { records, now },
  { profile },
  { id, version },
) => {
  const keeper = { by: profile.staffId, shelf: { kind: 'own' }, at: now() } as const;
  return (await removeReply(records.db, keeper, id, version)) ? ok({}) : err('outdated');
};

export const repliesRemove: StaffHandler<'replies:remove'> = async (
  { records, now },
  { profile },
  { shelf, id, version },
) => {
  const keeper = { by: profile.staffId, shelf, at: now() };
  return (await removeReply(records.db, keeper, id, version)) ? ok({}) : err('outdated');
};
