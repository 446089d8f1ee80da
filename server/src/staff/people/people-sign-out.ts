import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const peopleSignOut: StaffHandler<'people:sign-out'> = async (edge, { profile }, { staffId }) => {
  await edge.note(edge.records.db, { by: profile.staffId, act: 'signed-out-everywhere', about: staffId });
  await edge.sessions.end({ staffId });
  return ok({});
};
