import { memberOf } from '../features/chat/chat-status';
import { isHere } from '../features/chat/take-over';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { SeatContext } from './seat-context';

/**
 * Once a colleague has said yes, the visitor is asked inside the encryption, by the one whom the visitor talks with:
 * only whom she names there can be linked. When nothing comes of it, the question is taken back.
 */
export const followConsult = ({ me, stores, worker }: SeatContext, chat: StaffChat): void => {
  const { consults, staff } = stores;
  const asked = consults.read(chat.chat);
  const { consult } = chat;
  if (consult === null) {
    if (asked.askedFor === null) return;
    worker.post({ type: 'join-cancel', chat: chat.chat });
    consults.patch(chat.chat, { askedFor: null });
    return;
  }
  if (memberOf(chat, me.staffId)?.role !== 'counsellor' || !isHere(chat, me)) return;
  const { to, toDisplayName: displayName } = consult;
  if (asked.name !== displayName) consults.patch(chat.chat, { name: displayName });
  if (consult.state !== 'accepted' || asked.askedFor === to) return;
  const known = staff.store.getState().known.items.get(to);
  const role = known?.role === 'supervisor' ? known.role : 'counsellor';
  worker.post({ type: 'join-ask', chat: chat.chat, ask: { staffId: to, displayName, role } });
  consults.patch(chat.chat, { askedFor: to });
};
