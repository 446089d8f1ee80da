import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const chatClaim: StaffHandler<'chat:claim'> = async (edge, connection, { chat }) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  const command = { kind: 'claim', chat, staffId: profile.staffId, seat } as const;
  // The visitor's client opens the link as soon as it hears of the claim.
  return decideOnChat(edge, connection, command, () => edge.participants.follow(seat, chat));
};
