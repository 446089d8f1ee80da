import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const linkRequest: StaffHandler<'link:request'> = async (edge, connection, { chat }) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  const command = { kind: 'link-request', chat, staffId: profile.staffId, seat } as const;
  return decideOnChat(edge, connection, command, () => edge.participants.follow(seat, chat));
};
