import { err } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { DONE, type Desk, type Rule } from './decision';
import { finish } from './load';
import type { ChatRecord } from './records';
import { counsellorOf, knownChat } from './refusals';

/** The counsellor's judgement, during the chat and its wrap-up. */
export const setSafety: Rule<'set-safety'> = (desk, { chat: id, staffId, level }) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  if (counsellorOf(chat.value)?.staffId !== staffId) return err('not-yours');
  desk.putChat({ ...chat.value, safety: level });
  return DONE;
};

export const finishWrapUp: Rule<'finish-wrap-up'> = (desk, { chat: id, staffId, form }, now) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  if (counsellorOf(chat.value)?.staffId !== staffId) return err('not-yours');
  if (chat.value.wrapUp === null) return err('wrong-phase');
  endWrapUp(desk, { ...chat.value, form }, now);
  return DONE;
};

export const wrapUpOver: Rule<'wrap-up-over'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (chat?.wrapUp && now >= chat.wrapUp.until) endWrapUp(desk, chat, now);
  return DONE;
};

function endWrapUp(desk: Desk, chat: ChatRecord, now: Instant): void {
  if (chat.wrapUp === null) return;
  const { staffId } = chat.wrapUp;
  finish(desk, staffId, chat.chat, now);
  desk.notify({ kind: 'chat-gone', to: staffId, chat: chat.chat, reason: 'wrapped-up' });
  desk.putChat({ ...chat, wrapUp: null, members: [] });
  if (chat.claimedAt !== null) desk.countServed(now - chat.claimedAt);
}
