import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const consultAsk: StaffHandler<'consult:ask'> = async (
  edge,
  connection,
  { chat, staffId: colleague },
) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  return decideOnChat(edge, connection, { kind: 'consult-ask', chat, staffId: profile.staffId, colleague });
};
