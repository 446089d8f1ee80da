import type { MemberRole } from '@haven/shared/protocol/chat';
import type { ChatRecord, ChatSnapshot } from './records';

/** What a capability keeps of a chat; see the command `register-again`. */
export function snapshotOf(record: ChatRecord): ChatSnapshot {
  const inRole = (role: MemberRole) => {
    const member = record.members.find((each) => each.role === role);
    if (!member) return null;
    const { staffId, displayName, desk, seat, epoch } = member;
    return { staffId, displayName, desk, seat, epoch };
  };
  return {
    chat: record.chat,
    version: record.version,
    desk: record.desk,
    answers: record.answers,
    enteredAt: record.enteredAt,
    claimedAt: record.claimedAt,
    proven: record.proven,
    arrival: record.arrival,
    priority: record.priority,
    returning: record.returning,
    epoch: record.epoch,
    safety: record.safety,
    counsellor: inRole('counsellor'),
    joined: inRole('joined'),
    ended: record.ended !== null,
  };
}
