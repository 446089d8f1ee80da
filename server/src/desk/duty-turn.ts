import { DONE, type Rule } from './decision';
import { dutyNow } from './on-duty';
import { passAllOn } from './pass-on';
import type { DutyNow } from './records';

/**
 * Her shift begins, nears its end or ends, or the roster was changed. What rings at her at the end goes to the next;
 * whom she talks with stays with her, and then she is away.
 */
export const dutyTurn: Rule<'duty-turn'> = (desk, { staffId }, now) => {
  const staff = desk.staff(staffId);
  if (staff === null) return DONE;
  const duty = dutyNow(desk.plan, staff, now);
  if (isSame(duty, staff.duty)) return DONE;
  const isOver = duty.kind === 'off' && staff.duty.kind !== 'off';
  desk.putStaff({ ...staff, duty, stays: isOver || (staff.stays && duty.kind === 'off') });
  if (isOver) passAllOn(desk, staffId, 'no-answer', now);
  return DONE;
};

const isSame = (one: DutyNow, other: DutyNow) => JSON.stringify(one) === JSON.stringify(other);
