import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const transferRefuse: VisitorHandler<'transfer:refuse'> = async (edge, { chat }) => {
  if (chat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'transfer-refuse', chat });
  return outcome.ok ? ok({}) : outcome;
};
