import type { StaffId } from '@haven/shared/ids';
import { readableId } from '@haven/shared/readable-id';

/** A readable identifier for a new person: `zoe`, or `zoe-2` where that is taken. It is never given to another. */
export const newStaffId = (displayName: string, isTaken: (staffId: StaffId) => boolean): StaffId =>
  readableId(displayName, 'staff', (candidate) => isTaken(candidate as StaffId)) as StaffId;
