import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from './connection';

export const offerDecline: StaffHandler<'offer:decline'> = async (edge, { seat, profile }, { chat }) => {
  if (seat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'decline', chat, staffId: profile.staffId });
  return outcome.ok ? ok({}) : outcome;
};
