import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import { type Instant, type Milliseconds, seconds } from '@haven/shared/units';
import { audienceOf, deskFacts, offerFacts, queueFacts, staffFacts } from './announce';
import type { DeadlineCommand, DeskCommand } from './commands';
import { countsOf } from './counts';
import { chatDeadlines, deadlineName, deskDeadlines, staffDeadlines } from './due';
import type { Decision } from './decision';
import type { DeskFact } from './facts';
import { chatLeases, staffLeases } from './leases';
import { type SetName, chatSets, couldBeRung, couldRing, isQueued, linesOf, staffSets } from './lines';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';
import type { Scene } from './scene';
import {
  type Change,
  type SetChange,
  deadline,
  deadlineChanges,
  leaseChanges,
  setChanges,
  spent,
} from './set-changes';
import { type Duty, OFF_DUTY, dutyOf } from './wait';

/**
 * A match is begun by whoever committed the change that asks for it; this much later any node takes it up, should
 * that one have died.
 */
export const MATCH_GRACE: Milliseconds = seconds(1);

export type MatchCommand = Extract<DeadlineCommand, { kind: 'match-chat' | 'match-staff' }>;

/** All that a commit writes, and all that it says. Both stores carry out the same. */
export type Changes = {
  readonly chats: readonly Change<ChatId, ChatRecord>[];
  readonly staff: readonly Change<StaffId, StaffRecord>[];
  readonly desks: readonly Change<DeskId, DeskRecord>[];
  readonly sets: readonly SetChange[];
  /** What to add to the sums. */
  readonly duty: Duty;
  readonly served: Milliseconds | null;
  /** Entered without proof of work. */
  readonly unproven: boolean;
  /** Chats whose shown place is to be forgotten, and the desks in whose queue others move up. */
  readonly leftQueue: readonly { readonly chat: ChatId; readonly desk: DeskId }[];
  /** Told first: what consoles list. */
  readonly facts: readonly DeskFact[];
  /** Told next, as facts, once place and band are known. */
  readonly sights: readonly { readonly record: ChatRecord; readonly audience: readonly StaffId[] }[];
  /** Told last: what happened to somebody, who then has seen the chat as it is. */
  readonly notices: readonly DeskFact[];
  /** What to match next. */
  readonly toMatch: readonly MatchCommand[];
};

export function changesOf(scene: Scene, command: DeskCommand, decision: Decision, now: Instant): Changes {
  const chats = [...decision.chats].map(([id, after]) => stamped(id, scene.chat(id), after));
  const staff = [...decision.staff].map(([id, after]) => stamped(id, scene.staff(id), after));
  const desks = [...decision.desks].map(([id, after]) => stamped(id, scene.deskRecord(id), after));
  const toMatch = [...chats.flatMap(chatToMatch), ...staff.flatMap(staffToMatch)];
  const leases = [
    ...chats.flatMap((change) => leaseChanges(change, chatLeases, now)),
    ...staff.flatMap((change) => leaseChanges(change, staffLeases, now)),
  ];
  return {
    chats,
    staff,
    desks,
    sets: [
      ...chats.flatMap((change) => setChanges(change, chatSets)),
      ...staff.flatMap((change) => setChanges(change, staffSets)),
      ...chats.flatMap((change) => deadlineChanges(change, (chat) => chatDeadlines(scene.plan, chat, now))),
      ...staff.flatMap((change) => deadlineChanges(change, staffDeadlines)),
      ...desks.flatMap((change) => deadlineChanges(change, deskDeadlines)),
      ...chats
        .filter(({ after }) => !after || !couldRing(after))
        .map(({ id }) => deadline(`match-chat ${id}`, null)),
      ...staff
        .filter(({ after }) => !after || !couldBeRung(after))
        .map(({ id }) => deadline(`match-staff ${id}`, null)),
      ...toMatch.map((match) => deadline(deadlineName(match), now + MATCH_GRACE)),
      ...leases,
      ...spent(scene, command, decision, now),
    ],
    duty: staff.reduce(addDuty, OFF_DUTY),
    served: decision.served,
    unproven:
      command.kind === 'enter' && chats.some(({ before, after }) => !before && after?.proven === false),
    leftQueue: chats.flatMap(({ id, before, after }) =>
      before && isQueued(before) && !(after && isQueued(after)) ? [{ chat: id, desk: before.desk }] : [],
    ),
    facts: [
      ...chats.flatMap(queueFacts),
      ...staff.flatMap(staffFacts),
      ...desks.flatMap((change) => deskFacts(scene.plan, change, now)),
    ],
    notices: [
      ...decision.notices,
      // What rang at her before is silent first: it may be the same chat, asked in another way.
      ...chats.flatMap(offerFacts),
      ...chats
        .flatMap((change) => countsOf(change, command.kind))
        .map((count): DeskFact => ({ kind: 'counted', count })),
      ...chats
        .filter(({ after }) => after === null)
        .map(({ id }): DeskFact => ({ kind: 'chat-forgotten', chat: id })),
    ],
    sights: chats.flatMap((change) => {
      const audience = audienceOf(change);
      return change.after && audience ? [{ record: change.after, audience }] : [];
    }),
    toMatch,
  };
}

function stamped<Id, T extends { readonly version: number }>(
  id: Id,
  before: T | null,
  after: T | null,
): Change<Id, T> {
  return { id, before, after: before && after ? { ...after, version: before.version + 1 } : after };
}

function addDuty(sum: Duty, { before, after }: Change<StaffId, StaffRecord>): Duty {
  const was = before ? dutyOf(before) : OFF_DUTY;
  const is = after ? dutyOf(after) : OFF_DUTY;
  return {
    onDuty: sum.onDuty + is.onDuty - was.onDuty,
    slots: sum.slots + is.slots - was.slots,
    taken: sum.taken + is.taken - was.taken,
  };
}

function chatToMatch({ id, before, after }: Change<ChatId, ChatRecord>): readonly MatchCommand[] {
  if (!after || !couldRing(after)) return [];
  const stood = new Set(before && couldRing(before) ? linesOf(before) : []);
  const stoodThere = linesOf(after).every((line) => stood.has(line));
  return stoodThere && before && before.passed.length <= after.passed.length
    ? []
    : [{ kind: 'match-chat', chat: id }];
}

function staffToMatch({ id, before, after }: Change<StaffId, StaffRecord>): readonly MatchCommand[] {
  if (!after || !couldBeRung(after)) return [];
  const stood = before ? staffSets(before) : new Map<SetName, number>();
  return [...staffSets(after).keys()].every((set) => stood.has(set))
    ? []
    : [{ kind: 'match-staff', staffId: id }];
}
