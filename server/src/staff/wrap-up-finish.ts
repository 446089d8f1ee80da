import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from './connection';

export const wrapUpFinish: StaffHandler<'wrap-up:finish'> = async (
  edge,
  { seat, profile },
  { chat, form },
) => {
  if (seat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'finish-wrap-up', chat, staffId: profile.staffId, form });
  return outcome.ok ? ok({}) : outcome;
};
