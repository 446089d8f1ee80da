import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const proofSubmit: VisitorHandler<'proof:submit'> = async (edge, connection, solution) => {
  const { chat, id } = connection;
  const verdict = await edge.proofs.check(solution, chat === null ? [id] : [chat, id]);
  if (!verdict.ok) return verdict;
  connection.proven = true;
  if (chat === null) return ok({});
  const outcome = await edge.decide({ kind: 'prove', chat });
  return outcome.ok ? ok({}) : err(outcome.error);
};
