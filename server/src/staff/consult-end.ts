import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from './connection';

export const consultEnd: StaffHandler<'consult:end'> = async (edge, { seat, profile }, { chat }) => {
  if (seat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'consult-end', chat, by: profile.staffId });
  return outcome.ok ? ok({}) : outcome;
};
