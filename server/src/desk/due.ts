import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { firstEndOf } from './certified';
import type { DeadlineCommand } from './commands';
import { isQueued } from './lines';
import { nextStepAt } from './overflow';
import type { DeskPlan } from './plan';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';

/** A deadline's name in the time-ordered set: the command and whom it is about. There is one of each at a time. */
export type DeadlineName = `${DeadlineCommand['kind']} ${string}`;
export type Deadlines = ReadonlyMap<DeadlineName, Instant>;

/** What comes due for a chat, as its record says; a match is asked for by a change, never by a state. */
export function chatDeadlines(plan: DeskPlan, chat: ChatRecord, now: Instant): Deadlines {
  const due = new Map<DeadlineName, Instant>();
  const set = (kind: DeadlineCommand['kind'], at: Instant | null) => {
    if (at !== null) due.set(`${kind} ${chat.chat}`, at);
  };
  if (isQueued(chat)) set('overflow-step', nextStepAt(plan, chat, now));
  if (chat.phase === 'waiting' && chat.passed.length > 0) set('next-round', chat.nextRoundAt);
  if (chat.ringing) set('offer-expired', chat.ringing.until);
  if (chat.transfer) set('transfer-timeout', chat.transfer.until);
  if (chat.consult) set('consult-timeout', chat.consult.until);
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
  if (staff.duty.turnsAt !== null) due.set(`duty-turn ${staff.staffId}`, staff.duty.turnsAt);
  const certifiedUntil = firstEndOf(staff);
  if (certifiedUntil !== null) due.set(`certificate-over ${staff.staffId}`, certifiedUntil);
  return due;
}

export function deskDeadlines({ desk, alert, spreadFrom }: DeskRecord): Deadlines {
  const due = new Map<DeadlineName, Instant>();
  if (alert && alert.attemptAt !== null) due.set(`alert-attempt ${desk}`, alert.attemptAt);
  if (spreadFrom !== null) due.set(`spread ${desk}`, spreadFrom);
  return due;
}

export function deadlineName(command: DeadlineCommand): DeadlineName {
  if ('chat' in command) return `${command.kind} ${command.chat}`;
  return `${command.kind} ${'desk' in command ? command.desk : command.staffId}`;
}

/** The command of a name that `deadlineName` made. */
export function deadlineCommand(name: DeadlineName): DeadlineCommand {
  const space = name.indexOf(' ');
  const kind = name.slice(0, space) as DeadlineCommand['kind'];
  const id = name.slice(space + 1);
  switch (kind) {
    case 'counsellor-grace-over':
    case 'duty-turn':
    case 'certificate-over':
    case 'match-staff':
      return { kind, staffId: id as StaffId };
    case 'alert-attempt':
    case 'spread':
      return { kind, desk: id as DeskId };
    default:
      return { kind, chat: id as ChatId };
  }
}
