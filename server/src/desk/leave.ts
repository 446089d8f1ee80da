import { err } from '@haven/shared/result';
import { DONE, type Rule } from './decision';
import { endChat } from './end-chat';
import { isQueued } from './lines';
import { chatThatMay, counsellorOf, knownChat } from './refusals';

/** The visitor leaves, whatever the phase. Leaving twice keeps the first reason. */
export const leave: Rule<'leave'> = (desk, { chat: id, reason }, now) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  if (chat.value.phase !== 'ended') endChat(desk, chat.value, reason, now);
  return DONE;
};

/** The counsellor closes the chat; a transfer under way ends with it. */
export const close: Rule<'close'> = (desk, { chat: id, staffId }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  if (counsellorOf(known.value)?.staffId !== staffId) return err('not-yours');
  const chat = chatThatMay(desk, id, 'close');
  if (!chat.ok) return chat;
  endChat(desk, chat.value, 'counsellor-closed', now);
  return DONE;
};

/** Whose network was blocked has no chat any more: one that waits, or the chat of the counsellor who asks. */
export const blockChat: Rule<'block-chat'> = (desk, { chat: id, staffId }, now) => {
  const known = chatThatMay(desk, id, 'block-chat');
  if (!known.ok) return known;
  const chat = known.value;
  if (!isQueued(chat) && counsellorOf(chat)?.staffId !== staffId) return err('not-yours');
  endChat(desk, chat, 'blocked', now);
  return DONE;
};
