import type { ChatId, StaffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { StaffPushMap } from '@haven/shared/protocol/event-maps';
import type { Milliseconds } from '@haven/shared/units';
import { chatCode } from '../features/chat/chat-code';
import { memberOf } from '../features/chat/chat-status';
import { isOrphan } from '../features/chat/take-over';
import type { MessageKey } from '../i18n/message-types';
import type { SeatContext } from './seat-context';
import { followConsult } from './follow-consult';
import { followTransfer } from './follow-transfer';

/** A tab nobody looks at leaves an orphaned chat to the one in front, if there is one. */
const HIDDEN_WAITS: Milliseconds = 2_000;

/** Keeps what this tab shows and holds of my chats in step with what the server says of them. */
export const createChatKeeper = (context: SeatContext) => {
  const { me, stores, worker, relay, visible, after } = context;
  const { chats, conversations, drafts, notes, transfers, consults, wrapUps, view, notices } = stores;
  const taking = new Set<ChatId>();
  const shown = (id: ChatId): StaffChat | undefined => chats.store.getState().known.items.get(id);

  const openNext = () => {
    if (view.store.getState().open !== null) return;
    const next = chats.store.getState().ordered.find((chat) => chat.phase !== 'ended');
    view.replace((next ?? chats.store.getState().ordered[0])?.chat ?? null);
  };

  /** Everything of a chat that is no longer mine leaves this tab, the worker's memory first. */
  const drop = (id: ChatId, key: MessageKey | null) => {
    worker.post({ type: 'forget', chat: id });
    relay().forget(id);
    chats.gone(id);
    for (const store of [conversations, transfers, consults, wrapUps]) store.forget(id);
    for (const texts of [drafts, notes]) texts.write(id, '');
    if (key !== null) notices.say('quiet', key, { code: chatCode(id) });
    const { open, dialog } = view.store.getState();
    if (dialog !== null && 'chat' in dialog && dialog.chat === id) view.dialog(null);
    if (open !== id) return;
    view.replace(null);
    openNext();
  };

  const takeOver = async (id: ChatId) => {
    const chat = shown(id);
    if (chat === undefined || !isOrphan(chat, me.staffId) || taking.has(id)) return;
    taking.add(id);
    const result = await relay().request('link:request', { chat: id });
    taking.delete(id);
    if (result.ok) update(result.value);
  };

  /** A chat in front says itself why it is over; of another one the counsellor hears. */
  const sayEnded = ({ chat, endReason }: StaffChat) => {
    if (endReason === null || endReason === 'counsellor-closed' || endReason === 'blocked') return;
    if (view.store.getState().open === chat) return;
    notices.say('quiet', `notice.ended.${endReason}`, { code: chatCode(chat) });
  };

  /** One fact about a chat of mine; or the last one, which no longer names me. */
  const update = (chat: StaffChat) => {
    const before = shown(chat.chat);
    if (memberOf(chat, me.staffId) === undefined) {
      if (before !== undefined && chat.version >= before.version)
        drop(chat.chat, reasonGone(before, chat, me.staffId));
      return;
    }
    chats.changed(chat);
    // An older fact than the one shown concerns nobody.
    if (shown(chat.chat) !== chat) return;
    worker.post({ type: 'chat', chat });
    if (before !== undefined && before.phase !== 'ended' && chat.phase === 'ended') sayEnded(chat);
    followTransfer(context, chat);
    followConsult(context, chat);
    if (isOrphan(chat, me.staffId)) after(visible() ? 0 : HIDDEN_WAITS, () => void takeOver(chat.chat));
    openNext();
  };

  /** All my chats, as the server has them. */
  const whole = (all: readonly StaffChat[]) => {
    for (const chat of all) update(chat);
    const named = new Set(all.map(({ chat }) => chat));
    for (const { chat } of chats.store.getState().ordered) {
      if (!named.has(chat)) drop(chat, 'notice.chat-gone.not-mine');
    }
  };

  const gone = (id: ChatId, reason: GoneReason) => {
    const chat = shown(id);
    if (chat === undefined) return;
    if (reason === 'consult-over') drop(id, consultOver(chat));
    else drop(id, reason === 'wrapped-up' ? null : `notice.chat-gone.${reason}`);
  };

  return { update, whole, gone };
};
export type ChatKeeper = ReturnType<typeof createChatKeeper>;

type GoneReason = Parameters<StaffPushMap['chat:gone']>[0]['reason'];

/** Whom the visitor has not let in is not told that she is no longer there. */
const consultOver = ({ consult }: StaffChat): MessageKey =>
  consult?.state === 'joined' ? 'notice.chat-gone.consult-over' : 'notice.chat-gone.consult-off';

const reasonGone = (before: StaffChat, chat: StaffChat, me: StaffId): MessageKey | null => {
  const { transfer, consult } = before;
  if (consult?.to === me) return consultOver(before);
  if (chat.phase === 'ended') return null;
  if (chat.phase === 'waiting' || chat.phase === 'offered') return 'notice.chat-gone.returned-to-queue';
  const heir = transfer?.state === 'accepted' ? transfer.to : null;
  return chat.members.some(({ staffId }) => staffId === heir)
    ? 'notice.chat-gone.transferred'
    : 'notice.chat-gone.not-mine';
};
