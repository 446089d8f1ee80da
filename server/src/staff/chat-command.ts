import type { StaffChat } from '@haven/shared/protocol/chat';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import type { StaffCommand } from '../desk/commands';
import type { Outcome } from '../live/desk-store';
import type { StaffConnection, StaffEdge } from './connection';

/** A command about a chat, answered with the chat as it is then. */
export async function decideOnChat(
  edge: StaffEdge,
  { profile }: StaffConnection,
  command: StaffCommand,
  before?: (outcome: Outcome) => Promise<unknown>,
): Promise<Result<StaffChat, ErrorCode>> {
  const outcome = await edge.decide(command, before);
  if (!outcome.ok) return outcome;
  const { chat } = outcome.value;
  return chat === null ? err('unavailable') : ok(edge.capabilities.forStaff(chat.record, profile.staffId));
}
