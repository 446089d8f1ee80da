import { err } from '@haven/shared/result';
import { decideOnChat } from './chat-command';
import type { StaffHandler } from './connection';

export const safetySet: StaffHandler<'safety:set'> = async (edge, connection, { chat, level }) => {
  const { seat, profile } = connection;
  if (seat === null) return err('not-entered');
  return decideOnChat(edge, connection, { kind: 'set-safety', chat, staffId: profile.staffId, level });
};
