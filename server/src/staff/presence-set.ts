import { err, ok } from '@haven/shared/result';
import { staffPresence } from '../desk/views';
import type { StaffHandler } from './connection';

export const presenceSet: StaffHandler<'presence:set'> = async (edge, { seat, profile }, { presence }) => {
  if (seat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'set-presence', staffId: profile.staffId, presence });
  if (!outcome.ok) return outcome;
  return outcome.value.staff ? ok(staffPresence(outcome.value.staff)) : err('unavailable');
};
