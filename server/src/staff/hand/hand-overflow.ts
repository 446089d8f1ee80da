import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const handOverflow: StaffHandler<'hand:overflow'> = async (
  edge,
  { profile },
  { desk, open, reason },
) => {
  if (!edge.plan().desks.some(({ id }) => id === desk)) return err('unknown-desk');
  const done = await edge.decide({ kind: open ? 'open-overflow' : 'close-overflow', desk });
  if (!done.ok) return done;
  const act = open ? 'overflow-opened' : 'overflow-closed';
  await edge.audit.append({ by: profile.staffId, act, about: desk, reason });
  return ok({});
};
