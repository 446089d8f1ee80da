import type { OfferWithdrawn } from '@haven/shared/protocol/queue';
import type { TransferFailure } from './facts';
import type { Desk } from './decision';
import { letGo } from './load';
import type { ChatRecord } from './records';
import { incomingOf } from './refusals';

/** The chat without its transfer, if it had one: the colleague is rung no longer, or is out. Writes no chat. */
export function endTransfer(desk: Desk, chat: ChatRecord, reason: OfferWithdrawn['reason']): ChatRecord {
  const { transfer } = chat;
  if (transfer === null) return chat;
  letGo(desk, transfer.to, chat.chat);
  if (transfer.state === 'ringing') {
    desk.notify({ kind: 'offer-withdrawn', to: transfer.to, chat: chat.chat, reason });
  }
  const incoming = incomingOf(chat);
  return { ...chat, transfer: null, members: chat.members.filter((member) => member !== incoming) };
}

/** The transfer did not happen: the chat stays where it is, and whoever asked is told. */
export function failTransfer(
  desk: Desk,
  chat: ChatRecord,
  failure: TransferFailure,
  reason: OfferWithdrawn['reason'],
): void {
  const { transfer } = chat;
  if (transfer === null) return;
  desk.putChat({ ...endTransfer(desk, chat, reason), phase: 'active' });
  const { by: to, target } = transfer;
  const asked = target.kind === 'desk' ? target.desk : null;
  desk.notify({ kind: 'transfer-failed', to, chat: chat.chat, reason: failure, desk: asked });
}
