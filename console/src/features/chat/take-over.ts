import type { SeatId, StaffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { memberOf } from './chat-status';

/** My chat goes on and no tab of mine holds its link any more: one of the remaining ones takes it. */
export const isOrphan = (chat: StaffChat, me: StaffId): boolean =>
  (chat.phase === 'active' || chat.phase === 'transferring') && memberOf(chat, me)?.seat === null;

/** This tab holds the link of the chat, or has been given it. */
export const isHere = (chat: StaffChat, me: { readonly staffId: StaffId; readonly seat: SeatId }): boolean =>
  memberOf(chat, me.staffId)?.seat === me.seat;
