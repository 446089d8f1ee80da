import type { StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { failConsult } from './consult-end';
import { DONE, type Desk, type Rule } from './decision';
import { toQueue } from './back-to-queue';
import type { ChatRecord } from './records';
import { counsellorOf, incomingOf } from './refusals';
import { handOver } from './transfer';
import { failTransfer } from './transfer-end';

/** She did not come back: her chats go on without her. Those in wrap-up end with it. */
export const counsellorGraceOver: Rule<'counsellor-grace-over'> = (desk, { staffId }, now) => {
  const staff = desk.staff(staffId);
  if (!staff?.lost || staff.lost.returned || now < staff.lost.since + TIMING.counsellorGrace) return DONE;
  desk.putStaff({ ...staff, lost: { ...staff.lost, returned: true } });
  if (staff.chats.length === 0) desk.forgetStaff(staffId);
  for (const id of staff.chats) {
    const chat = desk.chat(id);
    if (chat) goOnWithout(desk, chat, staffId, now);
  }
  return DONE;
};

function goOnWithout(desk: Desk, chat: ChatRecord, staffId: StaffId, now: Instant): void {
  if (chat.phase === 'ended') return;
  if (chat.transfer?.to === staffId) {
    failTransfer(desk, chat, 'colleague-lost', 'cancelled');
    return;
  }
  if (chat.consult?.to === staffId) {
    failConsult(desk, chat, 'colleague-lost', 'cancelled', now);
    return;
  }
  if (counsellorOf(chat)?.staffId !== staffId) return;
  const incoming = incomingOf(chat);
  const heir = incoming && desk.staff(incoming.staffId);
  if (heir && heir.seats.length > 0) {
    desk.putChat({ ...handOver(desk, chat, now), returning: true });
    return;
  }
  toQueue(desk, chat, staffId, now);
}
