import type { ClosedMessage } from '@haven/shared/protocol/closed-message';
import type { ChatState } from './state';

/** What the desk of this visitor says that takes no chats; null while it, or the general desk for it, takes some. */
export function closedFor({ organisation, closed, answers }: ChatState): ClosedMessage | null {
  if (organisation === null) return null;
  const { desks, generalDesk } = organisation;
  const own = desks.find(({ regions }) => answers.region !== null && regions.includes(answers.region));
  const said = [own?.id ?? generalDesk, generalDesk].map((id) => closed.find(({ desk }) => desk === id));
  return said.every((each) => each !== undefined) ? (said[0]?.message ?? null) : null;
}
