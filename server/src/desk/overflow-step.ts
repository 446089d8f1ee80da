import { DONE, type Rule } from './decision';
import { isQueued } from './lines';
import { withDueSteps } from './overflow';

/** The chat has waited long enough for a wider circle, or for the visitor to be told. */
export const overflowStep: Rule<'overflow-step'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat || !isQueued(chat)) return DONE;
  const next = withDueSteps(chat, now);
  if (next !== chat) desk.putChat(next);
  return DONE;
};
