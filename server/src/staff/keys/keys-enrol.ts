import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const keysEnrol: StaffHandler<'keys:enrol'> = async ({ trust }, { profile, session }, { request }) => {
  const enrolled = await trust.enrol(profile, session.device, request);
  return enrolled.ok ? ok({}) : enrolled;
};
