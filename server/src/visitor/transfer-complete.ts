import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const transferComplete: VisitorHandler<'transfer:complete'> = async (edge, { chat }, { epoch }) => {
  if (chat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'transfer-complete', chat, epoch });
  return outcome.ok ? ok({}) : outcome;
};
