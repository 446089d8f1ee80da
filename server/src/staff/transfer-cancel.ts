import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const transferCancel: StaffHandler<'transfer:cancel'> = async (edge, connection, { chat }) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  return decideOnChat(edge, connection, { kind: 'transfer-cancel', chat, staffId: profile.staffId });
};
