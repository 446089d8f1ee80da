import { err } from '@haven/shared/result';
import { mayAnswer } from './certified';
import { DONE, type Rule } from './decision';
import { passAllOn } from './pass-on';
import { seated } from './refusals';

/** Who is not available any longer is rung no longer. */
export const setPresence: Rule<'set-presence'> = (desk, { staffId, presence }, now) => {
  const staff = seated(desk, staffId);
  if (!staff.ok) return staff;
  if (staff.value.presence === presence) return DONE;
  if (presence === 'available' && !mayAnswer(staff.value)) return err('not-certified');
  const idleSince = presence === 'available' ? now : staff.value.idleSince;
  const restedAt = staff.value.presence === 'pause' ? now : staff.value.restedAt;
  desk.putStaff({ ...staff.value, presence, since: now, idleSince, restedAt });
  if (presence !== 'available') passAllOn(desk, staffId, 'declined', now);
  return DONE;
};

/** Below the number of chats she has, it only means that no more are added. */
export const setCapacity: Rule<'set-capacity'> = (desk, { staffId, capacity }) => {
  const staff = seated(desk, staffId);
  if (!staff.ok) return staff;
  desk.putStaff({ ...staff.value, capacity });
  return DONE;
};
