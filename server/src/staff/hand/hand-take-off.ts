import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const handTakeOff: StaffHandler<'hand:take-off'> = async (edge, { profile }, { staffId, reason }) => {
  const staff = await edge.store.staff(staffId);
  if (!staff.ok) return staff;
  let taken = 0;
  let stopped: 'unavailable' | 'counsellor-present' | null = null;
  for (const chat of staff.value.chats) {
    const done = await edge.decide({ kind: 'take-off', chat, staffId });
    if (done.ok) taken += 1;
    // Others of hers, in wrap-up for example, are no reason to leave this one with her.
    else if (done.error === 'unavailable' || done.error === 'counsellor-present') {
      stopped = done.error;
      break;
    }
  }
  if (taken > 0 || stopped === null) {
    await edge.audit.append({ by: profile.staffId, act: 'chats-taken-off', about: staffId, reason });
  }
  return stopped === null ? ok({ taken }) : err(stopped);
};
