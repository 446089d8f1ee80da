import type { StaffId } from '@haven/shared/ids';
import { putSeats } from './certificate-turns';
import { DONE, type Desk, type Rule } from './decision';
import { passAllOn } from './pass-on';

/** Links of hers that no seat of hers holds are open for another seat to ask for. */
export function freeSeats(desk: Desk, staffId: StaffId): void {
  const staff = desk.staff(staffId);
  if (staff === null) return;
  const present = new Set(staff.seats.map(({ seat }) => seat));
  for (const id of staff.chats) {
    const chat = desk.chat(id);
    const mine = chat?.members.find((member) => member.staffId === staffId);
    if (!chat || chat.phase === 'ended' || !mine?.seat || present.has(mine.seat)) continue;
    const members = chat.members.map((each) => (each === mine ? { ...each, seat: null, epoch: null } : each));
    desk.putChat({ ...chat, members });
  }
}

/**
 * A tab is gone. With the last one its counsellor is away at once, and what rings at her goes to the next; her chats
 * wait for her return.
 */
export const seatLeft: Rule<'seat-left'> = (desk, { staffId, seat, connection }, now) => {
  const staff = desk.staff(staffId);
  const mine = staff?.seats.find((each) => each.seat === seat && each.connection === connection);
  if (!staff || !mine) return DONE;
  const seats = staff.seats.filter((each) => each !== mine);
  if (seats.length > 0) {
    putSeats(desk, staff, seats, now);
  } else {
    const { presence } = staff;
    const since = presence === 'away' ? staff.since : now;
    const lost = { since: now, presence, returned: false };
    desk.putStaff({ ...staff, seats, lost, presence: 'away', since });
    passAllOn(desk, staffId, 'colleague-lost', now);
  }
  freeSeats(desk, staffId);
  return DONE;
};
