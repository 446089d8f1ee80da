import { DONE, type Rule } from './decision';
import { PRIORITY } from './records';
import { knownChat } from './refusals';

/** The proof of work is there: whoever was put behind by a flood gets the place of the arrival. */
export const prove: Rule<'prove'> = (desk, { chat: id }) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  if (chat.value.proven) return DONE;
  const priority = chat.value.priority === PRIORITY.flood ? PRIORITY.usual : chat.value.priority;
  desk.putChat({ ...chat.value, proven: true, priority });
  return DONE;
};
