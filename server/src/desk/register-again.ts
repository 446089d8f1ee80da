import type { StaffId } from '@haven/shared/ids';
import { err } from '@haven/shared/result';
import { type Instant, type Milliseconds, minutes } from '@haven/shared/units';
import type { Command } from './commands';
import { DONE, type Desk, type Rule } from './decision';
import { letGo, takeOn } from './load';
import { dutyNow } from './on-duty';
import { reachOf } from './overflow';
import type { ChatRecord, ChatSnapshot, ConsultRecord, StaffRecord } from './records';
import { counsellorOf } from './refusals';
import { USUAL_CAPACITY } from './staff-enter';
import { widen } from './widen';

type InChat = NonNullable<ChatSnapshot['counsellor']>;

/** Clocks of two nodes may differ by this much when a capability's age is compared with the memory's. */
const CLOCKS: Milliseconds = minutes(1);

/**
 * A chat that the live state has lost is there again, with the link it had. Whoever comes first restores it; a newer
 * snapshot corrects what an older one said until the chat changes hands.
 */
export const registerAgain: Rule<'register-again'> = (desk, command, now) => {
  const { snapshot, issuedAt, presentedBy } = command;
  const known = desk.chat(snapshot.chat);
  if (known === null) {
    if (snapshot.ended || issuedAt >= desk.memorySince() + CLOCKS) return err('chat-ended');
    const { counsellor, joined } = snapshot;
    const isIn = presentedBy === counsellor?.staffId || presentedBy === joined?.staffId;
    if (presentedBy !== 'visitor' && !isIn) return err('not-yours');
  } else if (!corrects(snapshot, known)) {
    return DONE;
  } else {
    letAllGo(desk, known);
  }
  const visitor = known?.visitor ?? { state: 'lost', since: now };
  desk.putChat({ ...chatOf(desk, snapshot, now), visitor });
  for (const member of [snapshot.counsellor, snapshot.joined])
    if (member) restore(desk, member, command, now);
  return DONE;
};

function corrects(snapshot: ChatSnapshot, known: ChatRecord): boolean {
  if (known.registeredFrom === null || known.phase === 'transferring' || known.phase === 'ended')
    return false;
  return !snapshot.ended && snapshot.version > known.registeredFrom && snapshot.epoch >= known.epoch;
}

function letAllGo(desk: Desk, chat: ChatRecord): void {
  if (chat.consult) letGo(desk, chat.consult.to, chat.chat);
  const counsellor = counsellorOf(chat);
  if (counsellor) letGo(desk, counsellor.staffId, chat.chat);
  if (chat.ringing === null) return;
  letGo(desk, chat.ringing.to, chat.chat);
  desk.notify({ kind: 'offer-withdrawn', to: chat.ringing.to, chat: chat.chat, reason: 'cancelled' });
}

/** Overflow is taken up where its clock stands; passes and a transfer under way are forgotten. */
function chatOf(desk: Desk, snapshot: ChatSnapshot, now: Instant): ChatRecord {
  const { counsellor, joined, version, ended: _over, ...kept } = snapshot;
  const consult = counsellor && joined && consultOf(counsellor.staffId, joined);
  const chat: ChatRecord = {
    ...kept,
    version: Math.max(now, version + 1),
    takenAt: kept.claimedAt,
    phase: counsellor ? 'active' : 'waiting',
    reach: reachOf(kept.desk),
    told: false,
    passed: [],
    nextRoundAt: null,
    ringing: null,
    visitor: { state: 'lost', since: now },
    members: [
      ...(counsellor ? [{ ...counsellor, role: 'counsellor' } as const] : []),
      ...(consult ? [{ ...joined, role: 'joined' } as const] : []),
    ],
    transfer: null,
    consult,
    ended: null,
    wrapUp: null,
    form: null,
    survey: null,
    registeredFrom: version,
  };
  return counsellor ? chat : widen(desk, chat, now);
}

const consultOf = (by: StaffId, { staffId, displayName }: InChat): ConsultRecord => ({
  by,
  state: 'joined',
  to: staffId,
  toDisplayName: displayName,
  until: null,
});

/** Until she enters, she is a staff member who was lost just now. */
function restore(desk: Desk, member: InChat, { snapshot }: Command<'register-again'>, now: Instant): void {
  const { staffId, displayName } = member;
  const stranger: StaffRecord = {
    staffId,
    version: now,
    displayName,
    role: 'counsellor',
    desks: [member.desk],
    languages: [snapshot.answers.language],
    duty: dutyNow(desk.plan, { staffId, desks: [member.desk] }, now),
    stays: false,
    presence: 'away',
    since: now,
    capacity: USUAL_CAPACITY,
    seats: [],
    lost: { since: now, presence: 'away', returned: false },
    chats: [],
    ringing: [],
    idleSince: now,
    restedAt: now,
  };
  takeOn(desk, desk.staff(staffId) ?? stranger, snapshot.chat, now);
}
