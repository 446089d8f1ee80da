import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const accountEndSession: StaffHandler<'account:end-session'> = async (edge, { profile }, { id }) => {
  await edge.sessions.end({ staffId: profile.staffId, id });
  return ok({});
};
