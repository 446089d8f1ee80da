import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { endConsult } from './consult-end';
import type { Desk } from './decision';
import { letGo } from './load';
import { reachOf } from './overflow';
import { type ChatRecord, PRIORITY } from './records';
import { endTransfer } from './transfer-end';
import { widen } from './widen';

/** The chat is hers no longer: to the front of the queue, of its own desk first. */
export function toQueue(desk: Desk, chat: ChatRecord, counsellor: StaffId, now: Instant): void {
  letGo(desk, counsellor, chat.chat);
  desk.notify({ kind: 'chat-gone', to: counsellor, chat: chat.chat, reason: 'returned-to-queue' });
  const waiting: ChatRecord = {
    // Who had joined was there beside her, and goes with her.
    ...endConsult(desk, endTransfer(desk, chat, 'cancelled'), 'cancelled', now),
    phase: 'waiting',
    claimedAt: null,
    arrival: desk.arrival(),
    priority: PRIORITY.returning,
    reach: reachOf(chat.desk),
    told: false,
    returning: true,
    members: [],
    registeredFrom: null,
  };
  desk.putChat(widen(desk, waiting, now));
}
