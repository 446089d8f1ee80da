import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const transferAsk: StaffHandler<'transfer:ask'> = async (edge, connection, { chat, target }) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  return decideOnChat(edge, connection, { kind: 'transfer-ask', chat, staffId: profile.staffId, target });
};
