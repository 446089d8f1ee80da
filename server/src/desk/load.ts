import type { ChatId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { Desk } from './decision';
import type { StaffRecord } from './records';

const without = <T>(list: readonly T[], gone: T): readonly T[] => list.filter((each) => each !== gone);
const including = <T>(list: readonly T[], one: T): readonly T[] => [...without(list, one), one];

export const hasRoom = (staff: StaffRecord): boolean => staff.chats.length < staff.capacity;

/** The chat rings at her: it counts against her capacity from now on. */
export function ringAt(desk: Desk, staff: StaffRecord, chat: ChatId): void {
  desk.putStaff({
    ...staff,
    chats: including(staff.chats, chat),
    ringing: including(staff.ringing, chat),
  });
}

/** She has taken the chat. */
export function takeOn(desk: Desk, staff: StaffRecord, chat: ChatId, now: Instant): void {
  desk.putStaff({
    ...staff,
    chats: including(staff.chats, chat),
    ringing: without(staff.ringing, chat),
    idleSince: now,
  });
}

/** The chat is no longer hers; a record that was kept for its last chat goes with it. */
export function letGo(desk: Desk, staffId: StaffId, chat: ChatId): StaffRecord | null {
  const staff = desk.staff(staffId);
  if (staff === null) return null;
  const next = { ...staff, chats: without(staff.chats, chat), ringing: without(staff.ringing, chat) };
  if (next.lost?.returned && next.chats.length === 0) {
    desk.forgetStaff(staffId);
    return null;
  }
  desk.putStaff(next);
  return next;
}

/** As `letGo`, after work: her idle time begins. */
export function finish(desk: Desk, staffId: StaffId, chat: ChatId, now: Instant): void {
  const staff = letGo(desk, staffId, chat);
  if (staff) desk.putStaff({ ...staff, idleSince: now });
}

/** Who lets it ring is not at her desk. */
export function sendAway(desk: Desk, staffId: StaffId, now: Instant): void {
  const staff = desk.staff(staffId);
  if (staff?.presence === 'available') desk.putStaff({ ...staff, presence: 'away', since: now });
}
