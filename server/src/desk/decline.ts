import { TIMING } from '@haven/shared/protocol/limits';
import { err } from '@haven/shared/result';
import { DONE, type Rule } from './decision';
import { failConsult } from './consult-end';
import { backToWaiting } from './pass-on';
import { knownChat } from './refusals';
import { passTransferOn } from './transfer-ring';

/**
 * Passes an offer on. She stays available for others; for this chat she is rung again in the next round, one ring
 * later, if nobody else took it.
 */
export const decline: Rule<'decline'> = (desk, { chat: id, staffId }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  if (chat.ringing?.to === staffId) {
    const waiting = backToWaiting(desk, chat, 'declined');
    desk.putChat({ ...waiting, passed: [...waiting.passed, staffId], nextRoundAt: now + TIMING.ring });
    return DONE;
  }
  if (chat.consult?.state === 'ringing' && chat.consult.to === staffId) {
    failConsult(desk, chat, 'declined', 'declined', now);
    return DONE;
  }
  if (chat.transfer?.state !== 'ringing' || chat.transfer.to !== staffId) return err('not-offered');
  passTransferOn(desk, chat, 'declined', 'declined', now);
  return DONE;
};

/** Everybody who could be rung has declined: from the first again. */
export const nextRound: Rule<'next-round'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (chat?.phase !== 'waiting' || chat.nextRoundAt === null || now < chat.nextRoundAt) return DONE;
  desk.putChat({ ...chat, passed: [], nextRoundAt: null });
  return DONE;
};
