import { DONE, type Rule } from './decision';
import { knownChat } from './refusals';

/** The first answers stay. */
export const answerSurvey: Rule<'answer-survey'> = (desk, { chat: id, survey }) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  if (chat.value.survey === null) desk.putChat({ ...chat.value, survey });
  return DONE;
};
