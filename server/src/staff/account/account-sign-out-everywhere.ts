import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const accountSignOutEverywhere: StaffHandler<'account:sign-out-everywhere'> = async (
  edge,
  { profile },
) => {
  const { staffId } = profile;
  await edge.note(edge.records.db, { by: staffId, act: 'signed-out-everywhere', about: staffId });
  await edge.sessions.end({ staffId });
  return ok({});
};
