import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const handTakeOff: StaffHandler<'hand:take-off'> = async (edge, { profile }, { staffId, reason }) => {
  const staff = await edge.store.staff(staffId);
  if (!staff.ok) return staff;
  let taken = 0;
  for (const chat of staff.value.chats) {
    const done = await edge.decide({ kind: 'take-off', chat, staffId });
    // Others of hers, in wrap-up for example, are no reason to leave this one with her.
    if (!done.ok && (done.error === 'unavailable' || done.error === 'counsellor-present')) return done;
    if (done.ok) taken += 1;
  }
  await edge.audit.append({ by: profile.staffId, act: 'chats-taken-off', about: staffId, reason });
  return ok({ taken });
};
