import { err } from '@haven/shared/result';
import { type Instant, type Milliseconds, minutes } from '@haven/shared/units';
import type { Command } from './commands';
import { DONE, type Desk, type Rule } from './decision';
import { letGo, takeOn } from './load';
import { dutyNow } from './on-duty';
import { reachOf } from './overflow';
import { type ChatRecord, type ChatSnapshot, type StaffRecord } from './records';
import { counsellorOf } from './refusals';
import { USUAL_CAPACITY } from './staff-enter';
import { widen } from './widen';

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
    if (presentedBy !== 'visitor' && snapshot.counsellor?.staffId !== presentedBy) return err('not-yours');
  } else if (!corrects(snapshot, known)) {
    return DONE;
  } else {
    letAllGo(desk, known);
  }
  const visitor = known?.visitor ?? { state: 'lost', since: now };
  desk.putChat({ ...chatOf(desk, snapshot, now), visitor });
  restoreCounsellor(desk, command, now);
  return DONE;
};

function corrects(snapshot: ChatSnapshot, known: ChatRecord): boolean {
  if (known.registeredFrom === null || known.phase === 'transferring' || known.phase === 'ended')
    return false;
  return !snapshot.ended && snapshot.version > known.registeredFrom && snapshot.epoch >= known.epoch;
}

function letAllGo(desk: Desk, chat: ChatRecord): void {
  const counsellor = counsellorOf(chat);
  if (counsellor) letGo(desk, counsellor.staffId, chat.chat);
  if (chat.ringing === null) return;
  letGo(desk, chat.ringing.to, chat.chat);
  desk.notify({ kind: 'offer-withdrawn', to: chat.ringing.to, chat: chat.chat, reason: 'cancelled' });
}

/** Overflow is taken up where its clock stands; passes and a transfer under way are forgotten. */
function chatOf(desk: Desk, snapshot: ChatSnapshot, now: Instant): ChatRecord {
  const { counsellor, version, ended: _over, ...kept } = snapshot;
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
    members: counsellor ? [{ ...counsellor, role: 'counsellor' }] : [],
    transfer: null,
    ended: null,
    wrapUp: null,
    form: null,
    survey: null,
    registeredFrom: version,
  };
  return counsellor ? chat : widen(desk, chat, now);
}

/** Until she enters, she is a counsellor who was lost just now. */
function restoreCounsellor(desk: Desk, { snapshot }: Command<'register-again'>, now: Instant): void {
  const { counsellor } = snapshot;
  if (counsellor === null) return;
  const { staffId, displayName } = counsellor;
  const stranger: StaffRecord = {
    staffId,
    version: now,
    displayName,
    role: 'counsellor',
    desks: [counsellor.desk],
    languages: [snapshot.answers.language],
    duty: dutyNow(desk.plan, { staffId, desks: [counsellor.desk] }, now),
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
