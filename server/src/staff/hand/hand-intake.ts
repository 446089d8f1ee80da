import { err, ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const handIntake: StaffHandler<'hand:intake'> = async (
  edge,
  { profile },
  { desk, paused, reason },
) => {
  if (!edge.plan().desks.some(({ id }) => id === desk)) return err('unknown-desk');
  const done = await edge.decide({ kind: paused ? 'pause-intake' : 'resume-intake', desk });
  if (!done.ok) return done;
  const act = paused ? 'intake-paused' : 'intake-resumed';
  await edge.audit.append({ by: profile.staffId, act, about: desk, reason });
  return ok({});
};
