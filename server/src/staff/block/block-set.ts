import { err, ok } from '@haven/shared/result';
import { hours as inHours } from '@haven/shared/units';
import { randomBytes } from 'node:crypto';
import { counsellorOf } from '../../desk/refusals';
import type { StaffHandler } from '../connection';

/** The block comes first: who is sent away cannot come back in between. */
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
  // Meanwhile it may have ended or found a counsellor; then the block holds for what comes.
  const over = await edge.decide({ kind: 'block-chat', chat, staffId: profile.staffId });
  await edge.audit.append({ by: profile.staffId, act: 'visitor-blocked', about: `${hours} h`, reason });
  return over.ok || over.error !== 'unavailable' ? ok({ until }) : over;
};
