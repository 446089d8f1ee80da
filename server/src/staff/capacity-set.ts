import { err, ok } from '@haven/shared/result';
import { staffPresence } from '../desk/views';
import type { StaffHandler } from './connection';

export const capacitySet: StaffHandler<'capacity:set'> = async (edge, { seat, profile }, { capacity }) => {
  if (seat === null) return err('not-entered');
  const outcome = await edge.decide({ kind: 'set-capacity', staffId: profile.staffId, capacity });
  if (!outcome.ok) return outcome;
  return outcome.value.staff ? ok(staffPresence(outcome.value.staff)) : err('unavailable');
};
