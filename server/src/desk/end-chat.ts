import type { EndReason } from '@haven/shared/protocol/chat';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { endConsult } from './consult-end';
import type { Desk } from './decision';
import type { ChatRecord } from './records';
import { counsellorOf } from './refusals';
import { endTransfer } from './transfer-end';
import { letGo } from './load';

/** Ends a chat that has not ended: whatever rings is silenced, and the counsellor's wrap-up begins. */
export function endChat(desk: Desk, chat: ChatRecord, reason: EndReason, now: Instant): void {
  const silenced = reason === 'counsellor-closed' || reason === 'blocked' ? 'cancelled' : 'left';
  if (chat.ringing) {
    letGo(desk, chat.ringing.to, chat.chat);
    desk.notify({ kind: 'offer-withdrawn', to: chat.ringing.to, chat: chat.chat, reason: silenced });
  }
  const { members } = endConsult(desk, endTransfer(desk, chat, silenced), silenced, now);
  const counsellor = counsellorOf(chat);
  desk.putChat({
    ...chat,
    phase: 'ended',
    ringing: null,
    passed: [],
    nextRoundAt: null,
    transfer: null,
    consult: null,
    members,
    ended: { reason, at: now },
    wrapUp: counsellor && { staffId: counsellor.staffId, until: now + TIMING.wrapUp },
  });
}
