import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const chatLeave: VisitorHandler<'chat:leave'> = async (edge, { chat }, { reason }) => {
  if (chat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'leave', chat, reason });
  return outcome.ok ? ok({}) : outcome;
};
