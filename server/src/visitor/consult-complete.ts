import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const consultComplete: VisitorHandler<'consult:complete'> = async (edge, { chat }, { epoch }) => {
  if (chat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'consult-complete', chat, epoch });
  return outcome.ok ? ok({}) : outcome;
};
