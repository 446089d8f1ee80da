import type { StaffId } from '../ids';
import type { Shift } from './roster';

/** The shifts at which somebody will be: whoever has left, or takes no chats any more, fills no place. */
export const workedBy = (shifts: readonly Shift[], staff: ReadonlySet<StaffId>): readonly Shift[] =>
  shifts.every(({ staffId }) => staff.has(staffId))
    ? shifts
    : shifts.filter(({ staffId }) => staff.has(staffId));
