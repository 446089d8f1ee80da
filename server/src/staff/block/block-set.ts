import { err, ok } from '@haven/shared/result';
import { hours as inHours } from '@haven/shared/units';
import { randomBytes } from 'node:crypto';
import { counsellorOf } from '../../desk/refusals';
import type { StaffHandler } from '../connection';

/** The chat of a counsellor goes on until she closes it; one that waits ends. */
export const blockSet: StaffHandler<'block:set'> = async (edge, { profile }, { chat, hours, reason }) => {
  const sight = await edge.store.chat(chat);
  if (!sight.ok) return sight;
  const { record } = sight.value;
  const isMine = counsellorOf(record)?.staffId === profile.staffId;
  const waits = record.phase === 'waiting' || record.phase === 'offered';
  if (!isMine && !(waits && profile.role === 'supervisor')) return err('not-yours');
  const network = await edge.networkOfChat(chat);
  if (network === null) return err('cannot-block');
  const at = edge.now();
  const until = at + inHours(hours);
  const handle = randomBytes(4).toString('hex');
  const done = await edge.blocks.add(network, { handle, at, until, by: profile.staffId, reason });
  if (!done.ok) return done;
  await edge.audit.append({ by: profile.staffId, act: 'visitor-blocked', about: `${hours} h`, reason });
  if (waits) {
    const left = await edge.decide({ kind: 'leave', chat, reason: 'visitor-closed' });
    if (!left.ok && left.error !== 'unknown-chat') return left;
  }
  return ok({ until });
};
