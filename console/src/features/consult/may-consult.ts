import type { StaffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { memberOf } from '../chat/chat-status';

/** The chat is mine; whoever has joined only keeps company. */
export const isMine = (chat: StaffChat, me: StaffId | null): boolean =>
  me !== null && memberOf(chat, me)?.role === 'counsellor';

/** Whether somebody can be asked to join this chat of mine. */
export const mayConsult = (chat: StaffChat, me: StaffId | null): boolean =>
  chat.phase === 'active' && chat.transfer === null && chat.consult === null && isMine(chat, me);
