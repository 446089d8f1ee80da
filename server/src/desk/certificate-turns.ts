import type { Instant } from '@haven/shared/units';
import { asOfNow, firstEndOf, mayAnswer } from './certified';
import { DONE, type Desk, type Rule } from './decision';
import { passAllOn } from './pass-on';
import type { SeatRecord, StaffRecord } from './records';

/**
 * Other seats than before. Nothing rings at her where no visitor would let her in: then she is away, and what rings goes
 * to the next. Her chats stay, as their links do.
 */
export function putSeats(desk: Desk, staff: StaffRecord, seats: readonly SeatRecord[], now: Instant): void {
  const next = { ...staff, seats: seats.map((seat) => asOfNow(seat, now)) };
  if (mayAnswer(next)) {
    desk.putStaff(next);
    return;
  }
  const away = next.presence === 'available';
  desk.putStaff(away ? { ...next, presence: 'away', since: now } : next);
  passAllOn(desk, staff.staffId, 'no-answer', now);
}

/** An issuer certified the device of this seat, anew or for the first time, or its certificate counts no longer. */
export const seatCertified: Rule<'seat-certified'> = (desk, command, now) => {
  const { staffId, seat, connection, certifiedUntil } = command;
  const staff = desk.staff(staffId);
  const mine = staff?.seats.find((each) => each.seat === seat && each.connection === connection);
  if (!staff || !mine) return DONE;
  const seats = staff.seats.map((each) => (each === mine ? { ...mine, certifiedUntil } : each));
  putSeats(desk, staff, seats, now);
  return DONE;
};

export const certificateOver: Rule<'certificate-over'> = (desk, { staffId }, now) => {
  const staff = desk.staff(staffId);
  const end = staff && firstEndOf(staff);
  if (staff && end !== null && end <= now) putSeats(desk, staff, staff.seats, now);
  return DONE;
};
