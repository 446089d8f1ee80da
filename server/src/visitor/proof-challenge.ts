import { ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const proofChallenge: VisitorHandler<'proof:challenge'> = async ({ proofs }, { chat, id }) =>
  ok(proofs.challenge(chat ?? id));
