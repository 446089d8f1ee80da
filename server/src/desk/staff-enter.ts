import { LIMITS } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { asOfNow, mayAnswer } from './certified';
import type { Command } from './commands';
import { DONE, type Rule } from './decision';
import { dutyNow } from './on-duty';
import type { DutyNow, StaffRecord } from './records';
import { passAllOn } from './pass-on';
import { freeSeats } from './seats';

/** Chats at once, until the counsellor says otherwise. */
export const USUAL_CAPACITY = Math.min(3, LIMITS.chatsPerCounsellor);

/**
 * A seat is taken, or taken again on another connection. Presence: what the console shows, else what the desk knows,
 * else, after a quick return (a reload), what it was before; away at first, and where no device of hers may answer.
 */
export const staffEnter: Rule<'staff-enter'> = (desk, command, now) => {
  const { profile, seat, connection, certifiedUntil } = command;
  const duty = dutyNow(desk.plan, profile, now);
  const known = desk.staff(profile.staffId) ?? newcomer(command, duty, now);
  const own = asOfNow({ seat, connection, certifiedUntil }, now);
  const seats = [...known.seats.filter((each) => each.seat !== seat), own];
  const wanted = command.presence ?? presenceOnReturn(known);
  const presence = wanted === 'available' && !mayAnswer({ ...known, seats }) ? 'away' : wanted;
  desk.putStaff({
    ...known,
    ...profile,
    duty,
    presence,
    since: presence === known.presence ? known.since : now,
    capacity: command.capacity ?? known.capacity,
    seats,
    lost: null,
    idleSince: presence === 'available' && known.presence !== 'available' ? now : known.idleSince,
    restedAt: known.presence === 'pause' && presence !== 'pause' ? now : known.restedAt,
  });
  if (presence !== 'available') passAllOn(desk, profile.staffId, 'declined', now);
  freeSeats(desk, profile.staffId);
  return DONE;
};

const presenceOnReturn = ({ lost, presence }: StaffRecord) =>
  lost !== null && !lost.returned ? lost.presence : presence;

function newcomer({ profile }: Command<'staff-enter'>, duty: DutyNow, now: Instant): StaffRecord {
  return {
    ...profile,
    version: now,
    duty,
    stays: false,
    presence: 'away',
    since: now,
    capacity: USUAL_CAPACITY,
    seats: [],
    lost: null,
    chats: [],
    ringing: [],
    idleSince: now,
    restedAt: now,
  };
}
