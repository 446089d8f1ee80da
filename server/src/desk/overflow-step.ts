import { DONE, type Rule } from './decision';
import { isQueued } from './lines';
import { widen } from './widen';

/** The chat has waited long enough to reach more people, or for the visitor to be told. */
export const overflowStep: Rule<'overflow-step'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat || !isQueued(chat)) return DONE;
  const next = widen(desk, chat, now);
  if (next !== chat) desk.putChat(next);
  return DONE;
};
