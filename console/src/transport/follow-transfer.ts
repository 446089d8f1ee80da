import type { StaffChat } from '@haven/shared/protocol/chat';
import { memberOf } from '../features/chat/chat-status';
import { deskName } from '../features/chat/chat-words';
import { isHere } from '../features/chat/take-over';
import type { SeatContext } from './seat-context';

/**
 * Once a colleague has accepted, the visitor is asked inside the encryption, by the one whom the visitor talks with:
 * only whom she names there can be linked. When nothing comes of it, the question is taken back.
 */
export const followTransfer = ({ me, stores, worker }: SeatContext, chat: StaffChat): void => {
  const { transfers, desk } = stores;
  const outgoing = transfers.read(chat.chat);
  const { transfer } = chat;
  if (transfer === null) {
    if (outgoing.askedFor === null) return;
    worker.post({ type: 'transfer-cancel', chat: chat.chat });
    transfers.patch(chat.chat, { askedFor: null });
    return;
  }
  if (memberOf(chat, me.staffId)?.role !== 'counsellor' || !isHere(chat, me)) return;
  if (outgoing.name !== transfer.toDisplayName) transfers.patch(chat.chat, { name: transfer.toDisplayName });
  const incoming = memberOf(chat, transfer.to);
  if (transfer.state !== 'accepted' || incoming === undefined || outgoing.askedFor === transfer.to) return;
  const { organisation } = desk.store.getState();
  worker.post({
    type: 'transfer-ask',
    chat: chat.chat,
    ask: {
      staffId: transfer.to,
      displayName: transfer.toDisplayName,
      deskName: deskName(incoming.desk, organisation, chat.answers.language),
      summary: outgoing.summary,
    },
  });
  transfers.patch(chat.chat, { askedFor: transfer.to });
};
