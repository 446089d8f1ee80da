import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const consultEnd: VisitorHandler<'consult:end'> = async (edge, { chat }) => {
  if (chat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'consult-end', chat, by: 'visitor' });
  return outcome.ok ? ok({}) : outcome;
};
