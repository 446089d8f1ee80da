import type { ErrorCode } from '@haven/shared/protocol/errors';
import { may } from '@haven/shared/protocol/permissions';
import type { DeskState } from '@haven/shared/protocol/staff-events';
import { ok, type Result } from '@haven/shared/result';
import { deskNow, staffPresence } from '../desk/views';
import type { StaffConnection, StaffEdge } from './connection';

/** All a console shows. The seat follows the chats whose links it holds from then on, and no others. */
export async function lookAtDesk(
  { store, records, plan, capabilities, participants, now }: StaffEdge,
  { profile, seat }: StaffConnection,
): Promise<Result<DeskState, ErrorCode>> {
  const overview = await store.overview(profile.staffId, now());
  if (!overview.ok) return overview;
  const found = await store.desks();
  if (!found.ok) return found;
  const byDesk = new Map(found.value.map((record) => [record.desk, record]));
  const { self, staff, queue, chats, offers } = overview.value;
  const held = chats.filter(({ record }) => record.members.some((member) => member.seat === seat));
  if (seat !== null) {
    await participants.followOnly(
      seat,
      held.map(({ record }) => record.chat),
    );
  }
  return ok({
    self: staffPresence(self),
    staff: staff.map(staffPresence),
    queue: may(profile.role, 'chat:claim') ? [...queue] : [],
    chats: chats.map(({ record }) => capabilities.forStaff(record, profile.staffId)),
    offers: [...offers],
    desks: plan().desks.map(({ id }) => deskNow(plan(), id, byDesk.get(id) ?? null, now())),
    recordsAway: records.isAway(),
    now: now(),
  });
}
