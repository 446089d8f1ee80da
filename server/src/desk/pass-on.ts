import type { StaffId } from '@haven/shared/ids';
import type { OfferWithdrawn } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import { failConsult } from './consult-end';
import type { Desk } from './decision';
import type { ConsultFailure } from './facts';
import { letGo } from './load';
import type { ChatRecord } from './records';
import { passTransferOn } from './transfer-ring';

/** An offer that nobody takes goes back to its place in the queue, from where the next is rung. */
export function backToWaiting(desk: Desk, chat: ChatRecord, reason: OfferWithdrawn['reason']): ChatRecord {
  if (chat.ringing === null) return chat;
  const { to } = chat.ringing;
  letGo(desk, to, chat.chat);
  desk.notify({ kind: 'offer-withdrawn', to, chat: chat.chat, reason });
  const next: ChatRecord = { ...chat, phase: 'waiting', ringing: null };
  desk.putChat(next);
  return next;
}

type PassedOn = Extract<ConsultFailure, 'declined' | 'no-answer' | 'colleague-lost'>;

/** She cannot be rung any longer: all that rings at her goes to the next. */
export function passAllOn(desk: Desk, staffId: StaffId, failure: PassedOn, now: Instant): void {
  for (const id of desk.staff(staffId)?.ringing ?? []) {
    const chat = desk.chat(id);
    if (chat?.ringing) backToWaiting(desk, chat, 'declined');
    else if (chat?.transfer) passTransferOn(desk, chat, failure, 'declined', now);
    else if (chat?.consult) failConsult(desk, chat, failure, 'declined', now);
  }
}
