import type { Instant } from '@haven/shared/units';
import type { StaffRecord } from './records';

/** Who only stayed for her chats goes when the last one is wrapped up: presence never outlives a shift. */
export function homeward(staff: StaffRecord, now: Instant): StaffRecord {
  if (!staff.stays || staff.chats.length > 0) return staff;
  const lost = staff.lost && { ...staff.lost, presence: 'away' as const };
  const since = staff.presence === 'away' ? staff.since : now;
  return { ...staff, lost, presence: 'away', since, stays: false };
}
