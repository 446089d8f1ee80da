import type { ChatId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import type { DeadlineCommand } from './commands';
import { isQueued } from './lines';
import { nextStepAt } from './overflow';
import type { ChatRecord, StaffRecord } from './records';

/** A deadline's name in the time-ordered set: the command and whom it is about. There is one of each at a time. */
export type DeadlineName = `${DeadlineCommand['kind']} ${string}`;
export type Deadlines = ReadonlyMap<DeadlineName, Instant>;

/** What comes due for a chat, as its record says; a match is asked for by a change, never by a state. */
export function chatDeadlines(chat: ChatRecord): Deadlines {
  const due = new Map<DeadlineName, Instant>();
  const set = (kind: DeadlineCommand['kind'], at: Instant | null) => {
    if (at !== null) due.set(`${kind} ${chat.chat}`, at);
  };
  if (isQueued(chat)) set('overflow-step', nextStepAt(chat));
  if (chat.phase === 'waiting' && chat.passed.length > 0) set('next-round', chat.nextRoundAt);
  if (chat.ringing) set('offer-expired', chat.ringing.until);
  if (chat.transfer) set('transfer-timeout', chat.transfer.until);
  if (chat.visitor.state === 'lost' && chat.ended === null) {
    set('visitor-grace-over', chat.visitor.since + visitorGrace(chat));
  }
  if (chat.wrapUp) set('wrap-up-over', chat.wrapUp.until);
  if (chat.ended) set('retention-over', chat.ended.at + TIMING.retention);
  return due;
}

export const visitorGrace = (chat: ChatRecord) =>
  isQueued(chat) ? TIMING.waitingGrace : TIMING.visitorGrace;

export function staffDeadlines(staff: StaffRecord): Deadlines {
  const due = new Map<DeadlineName, Instant>();
  if (staff.lost && !staff.lost.returned) {
    due.set(`counsellor-grace-over ${staff.staffId}`, staff.lost.since + TIMING.counsellorGrace);
  }
  return due;
}

export function deadlineName(command: DeadlineCommand): DeadlineName {
  return `${command.kind} ${'chat' in command ? command.chat : command.staffId}`;
}

/** The command of a name that `deadlineName` made. */
export function deadlineCommand(name: DeadlineName): DeadlineCommand {
  const space = name.indexOf(' ');
  const kind = name.slice(0, space) as DeadlineCommand['kind'];
  const id = name.slice(space + 1);
  return kind === 'counsellor-grace-over' || kind === 'match-staff'
    ? { kind, staffId: id as StaffId }
    : { kind, chat: id as ChatId };
}
