import type { StaffId } from '@haven/shared/ids';

const LONGEST = 30;

/** A readable identifier for a new person: `zoe`, or `zoe-2` where that is taken. It is never given to another. */
export function newStaffId(displayName: string, isTaken: (staffId: StaffId) => boolean): StaffId {
  const words = displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const base = words.join('-').slice(0, LONGEST).replace(/-+$/, '') || 'staff';
  for (let number = 1; ; number += 1) {
    const candidate = (number === 1 ? base : `${base}-${number}`) as StaffId;
    if (!isTaken(candidate)) return candidate;
  }
}
