import type { OfferWithdrawn } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import type { Desk } from './decision';
import type { ConsultFailure } from './facts';
import { finish, letGo } from './load';
import type { ChatRecord } from './records';
import { joinerOf } from './refusals';

/** The chat without its consult, if it had one: the colleague is rung no longer, or is out. Writes no chat. */
export function endConsult(
  desk: Desk,
  chat: ChatRecord,
  reason: OfferWithdrawn['reason'],
  now: Instant,
): ChatRecord {
  const { consult } = chat;
  if (consult === null) return chat;
  const { to } = consult;
  if (consult.state === 'ringing') {
    letGo(desk, to, chat.chat);
    desk.notify({ kind: 'offer-withdrawn', to, chat: chat.chat, reason });
  } else {
    finish(desk, to, chat.chat, now);
    desk.notify({ kind: 'chat-gone', to, chat: chat.chat, reason: 'consult-over' });
  }
  const joiner = joinerOf(chat);
  return { ...chat, consult: null, members: chat.members.filter((member) => member !== joiner) };
}

/** Nobody joins, or nobody is there any longer beside the counsellor, who is told. */
export function failConsult(
  desk: Desk,
  chat: ChatRecord,
  failure: ConsultFailure,
  reason: OfferWithdrawn['reason'],
  now: Instant,
): void {
  if (chat.consult === null) return;
  desk.putChat(endConsult(desk, chat, reason, now));
  desk.notify({ kind: 'consult-over', to: chat.consult.by, chat: chat.chat, reason: failure });
}
