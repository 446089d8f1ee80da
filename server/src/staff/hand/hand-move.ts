import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

/** What was claimed or left meanwhile is passed over. */
export const handMove: StaffHandler<'hand:move'> = async (edge, { profile }, { chats, desk, reason }) => {
  if (!edge.plan().desks.some(({ id }) => id === desk)) return err('unknown-desk');
  let moved = 0;
  let isAway = false;
  for (const chat of chats) {
    const done = await edge.decide({ kind: 'move-chat', chat, desk });
    isAway = !done.ok && done.error === 'unavailable';
    if (isAway) break;
    if (done.ok) moved += 1;
  }
  // Some may have moved before the live state was gone.
  if (moved > 0 || !isAway) {
    await edge.audit.append({ by: profile.staffId, act: 'chats-moved', about: desk, reason });
  }
  return isAway ? err('unavailable') : ok({ moved });
};
