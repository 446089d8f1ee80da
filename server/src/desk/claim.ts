import type { DeskId, SeatId } from '@haven/shared/ids';
import type { Member, MemberRole } from '@haven/shared/protocol/chat';
import { TIMING } from '@haven/shared/protocol/limits';
import { reaches } from '@haven/shared/protocol/queue';
import { err } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { DONE, type Desk, type Rule, type Verdict } from './decision';
import { isQueued } from './lines';
import { hasRoom, takeOn } from './load';
import { isInUse } from './plan';
import type { ChatRecord, ConsultRecord, StaffRecord, TransferRecord } from './records';
import { certified, knownChat } from './refusals';

/**
 * Takes a chat: one that rings at her, by transfer, to join it or from the queue, or one from the list that rings at nobody. A
 * chat that rings at a colleague is that colleague's until the ring is over.
 */
export const claim: Rule<'claim'> = (desk, { chat: id, staffId, seat }, now) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  const staff = certified(desk, staffId, seat, now);
  if (!staff.ok) return staff;
  if (chat.value.phase === 'ended') return err('chat-ended');
  const { transfer } = chat.value;
  if (transfer?.state === 'ringing' && transfer.to === staffId) {
    return acceptTransfer(desk, chat.value, transfer, staff.value, seat, now);
  }
  const { consult } = chat.value;
  if (consult?.state === 'ringing' && consult.to === staffId) {
    return acceptConsult(desk, chat.value, consult, staff.value, seat, now);
  }
  if (isQueued(chat.value)) return takeFromQueue(desk, chat.value, staff.value, seat, now);
  return chat.value.members.some((member) => member.staffId === staffId) ? DONE : err('already-claimed');
};

function takeFromQueue(
  desk: Desk,
  chat: ChatRecord,
  staff: StaffRecord,
  seat: SeatId,
  now: Instant,
): Verdict {
  if (chat.ringing) {
    if (chat.ringing.to !== staff.staffId) return err('not-offered');
    desk.notify({ kind: 'offer-withdrawn', to: staff.staffId, chat: chat.chat, reason: 'claimed' });
  } else {
    if (!reaches(chat.reach, staff.duty)) return err('not-eligible');
    if (!hasRoom(staff)) return err('at-capacity');
  }
  takeOn(desk, staff, chat.chat, now);
  desk.putChat({
    ...chat,
    phase: 'active',
    claimedAt: now,
    takenAt: chat.takenAt ?? now,
    ringing: null,
    passed: [],
    nextRoundAt: null,
    registeredFrom: null,
    members: [memberOf(desk, staff, chat.desk, seat, 'counsellor')],
  });
  return DONE;
}

function acceptTransfer(
  desk: Desk,
  chat: ChatRecord,
  transfer: TransferRecord,
  staff: StaffRecord,
  seat: SeatId,
  now: Instant,
): Verdict {
  const target = transfer.target.kind === 'desk' ? transfer.target.desk : chat.desk;
  takeOn(desk, staff, chat.chat, now);
  desk.putChat({
    ...chat,
    transfer: { ...transfer, state: 'accepted', until: now + TIMING.transferAnswer },
    members: [...chat.members, memberOf(desk, staff, target, seat, 'incoming')],
  });
  desk.notify({ kind: 'offer-withdrawn', to: staff.staffId, chat: chat.chat, reason: 'claimed' });
  return DONE;
}

/** She is in it once the visitor has said yes. */
function acceptConsult(
  desk: Desk,
  chat: ChatRecord,
  consult: ConsultRecord,
  staff: StaffRecord,
  seat: SeatId,
  now: Instant,
): Verdict {
  takeOn(desk, staff, chat.chat, now);
  desk.putChat({
    ...chat,
    consult: { ...consult, state: 'accepted', until: now + TIMING.transferAnswer },
    members: [...chat.members, memberOf(desk, staff, chat.desk, seat, 'joining')],
  });
  desk.notify({ kind: 'offer-withdrawn', to: staff.staffId, chat: chat.chat, reason: 'claimed' });
  return DONE;
}

/** She serves the chat as one of its desk if she is, else as one of the first desk she serves, or belongs to. */
function memberOf({ plan }: Desk, staff: StaffRecord, at: DeskId, seat: SeatId, role: MemberRole): Member {
  const own = [...staff.duty.desks, ...staff.desks].filter((each) => isInUse(plan, each));
  return {
    staffId: staff.staffId,
    displayName: staff.displayName,
    desk: own.includes(at) ? at : (own[0] ?? at),
    role,
    seat,
    epoch: null,
  };
}
