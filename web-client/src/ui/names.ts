import type { Language } from '@haven/shared/protocol/organisation';
import type { ChatState } from '../chat/state';

/** The desk of the counsellor who has the chat; empty while nobody has. */
export function deskNameOf({ stage, organisation }: ChatState, language: Language): string {
  if (stage.name !== 'chatting') return '';
  const member = stage.view.members.find(({ role }) => role === 'counsellor');
  const desk = organisation?.desks.find(({ id }) => id === member?.desk);
  return desk?.name[language] ?? '';
}
