import { err } from '@haven/shared/result';
import { toQueue } from './back-to-queue';
import { DONE, type Rule } from './decision';
import { chatThatMay, counsellorOf } from './refusals';

/**
 * A supervisor takes a chat off a counsellor who is not there: it goes back to the front of the queue. Of one who is
 * available or busy at her desk it cannot be taken: then the two talk, and she hands it over.
 */
export const takeOff: Rule<'take-off'> = (desk, { chat: id, staffId }, now) => {
  const known = chatThatMay(desk, id, 'take-off');
  if (!known.ok) return known;
  const counsellor = counsellorOf(known.value);
  if (counsellor?.staffId !== staffId) return err('wrong-phase');
  const staff = desk.staff(staffId);
  const isThere = staff !== null && staff.seats.length > 0 && ['available', 'busy'].includes(staff.presence);
  if (isThere) return err('counsellor-present');
  toQueue(desk, known.value, staffId, now);
  return DONE;
};
