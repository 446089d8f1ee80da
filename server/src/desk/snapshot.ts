import type { ChatRecord, ChatSnapshot } from './records';

/** What a capability keeps of a chat; see the command `register-again`. */
export function snapshotOf(record: ChatRecord): ChatSnapshot {
  const counsellor = record.members.find((member) => member.role === 'counsellor');
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
    counsellor: counsellor
      ? {
          staffId: counsellor.staffId,
          displayName: counsellor.displayName,
          desk: counsellor.desk,
          seat: counsellor.seat,
          epoch: counsellor.epoch,
        }
      : null,
    ended: record.ended !== null,
  };
}
