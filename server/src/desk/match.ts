import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { DONE, type Desk, type Rule } from './decision';
import { firstFree } from './find-free';
import { couldBeRung, couldRing, linesFor, poolsFor } from './lines';
import { ringAt } from './load';
import { queueScore } from './order';
import type { ChatRecord, StaffRecord } from './records';
import { PAGE } from './scene';

/** Looks for a counsellor for a chat. As long as others were rung for, it is to be asked again. */
export const matchChat: Rule<'match-chat'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  const rung = chat && couldRing(chat) ? offerAlong(desk, chat, now) : null;
  if (rung === null || rung.chat === id) desk.settleMatch();
  return DONE;
};

/** Looks for a chat for a counsellor. */
export const matchStaff: Rule<'match-staff'> = (desk, { staffId }, now) => {
  const staff = desk.staff(staffId);
  const first = staff && couldBeRung(staff) ? firstWaiting(desk, staff) : null;
  const rung = first && offerAlong(desk, first, now);
  if (rung === null || rung.staffId === staffId) desk.settleMatch();
  return DONE;
};

/**
 * Offers one chat: not simply the chat in hand, for the counsellor who has been idle longest for it may have an
 * earlier one to serve, and that one may have somebody who has been idle longer. Each turn of this goes to an
 * earlier chat, so it ends with a chat and a counsellor who are first for each other.
 */
function offerAlong(desk: Desk, start: ChatRecord, now: Instant) {
  let chat = start;
  for (;;) {
    const staff = firstFree(desk, poolsFor(chat), chat.passed);
    if (staff === null) return null;
    const first = firstWaiting(desk, staff);
    // Not earlier: the same chat, or a scene that moved on while it was fetched, which the commit finds out.
    if (first === null || queueScore(first) >= queueScore(chat)) return offer(desk, chat, staff, now);
    chat = first;
  }
}

function offer(desk: Desk, chat: ChatRecord, staff: StaffRecord, now: Instant) {
  ringAt(desk, staff, chat.chat);
  desk.putChat({
    ...chat,
    phase: 'offered',
    ringing: { to: staff.staffId, until: now + TIMING.ring },
  });
  return { chat: chat.chat, staffId: staff.staffId };
}

/** The first in the queue of those that may ring at her and that she has not passed in this round. */
function firstWaiting(desk: Desk, staff: StaffRecord): ChatRecord | null {
  const open = new Set(linesFor(staff));
  let first: ChatRecord | null = null;
  for (let from = 0; open.size > 0; from += PAGE) {
    const lines = [...open];
    for (const [index, names] of desk.waiting(lines, from).entries()) {
      const found = names
        .map((name) => desk.chat(name))
        .find((chat) => chat !== null && !chat.passed.includes(staff.staffId));
      if (found && (first === null || queueScore(found) < queueScore(first))) first = found;
      const line = lines[index];
      if (line !== undefined && (found || names.length < PAGE)) open.delete(line);
    }
  }
  return first;
}
