import { firstEndOf, mayAnswer } from '@haven/server/desk/certified';
import { chatDeadlines, deskDeadlines, staffDeadlines } from '@haven/server/desk/due';
import { chatLeases, staffLeases } from '@haven/server/desk/leases';
import { chatSets, couldBeRung, couldRing, isQueued, staffSets } from '@haven/server/desk/lines';
import { dutyNow } from '@haven/server/desk/on-duty';
import { nextStepAt } from '@haven/server/desk/overflow';
import { idleScore, queueScore } from '@haven/server/desk/order';
import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import { dutyOf } from '@haven/server/desk/wait';
import { reaches } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import type { DeskDump } from './desk-fixtures';

/** What is wrong with a desk at rest, in words; nothing, if all that must always hold does. */
export const faultsOf = (dump: DeskDump, now: Instant = 0): readonly string[] => [
  ...disagreements(dump, now),
  ...capacityFaults(dump),
];

/** The same where somebody may have said that she wants fewer chats than she has. */
export function disagreements(dump: DeskDump, now: Instant): readonly string[] {
  return [
    ...indexFaults(dump, now),
    ...sumFaults(dump),
    ...belongingFaults(dump),
    ...phaseFaults(dump),
    ...certificateFaults(dump),
    ...waitingFaults(dump),
  ];
}

/** The sorted sets hold exactly what the records say: so no chat is in two lines, or in none. */
function indexFaults({ chats, staff, desks, plan, sets }: DeskDump, now: Instant): readonly string[] {
  const expected = new Map<string, number | null>();
  const expect = (set: string, member: string, score: number | null) =>
    expected.set(`${set} ${member}`, score);
  for (const chat of chats) {
    for (const [set, score] of chatSets(chat)) expect(set, chat.chat, score);
    for (const name of chatDeadlines(plan, chat, now).keys()) expect('deadlines', name, null);
    for (const name of chatLeases(chat)) expect('leases', name, null);
  }
  for (const one of staff) {
    for (const [set, score] of staffSets(one)) expect(set, one.staffId, score);
    for (const name of staffDeadlines(one).keys()) expect('deadlines', name, null);
    for (const name of staffLeases(one)) expect('leases', name, null);
  }
  for (const desk of desks) {
    for (const name of deskDeadlines(desk).keys()) expect('deadlines', name, null);
  }
  const found = new Map<string, number>(
    [...sets].flatMap(([set, members]) =>
      [...members].map(([member, score]) => [`${set} ${member}`, score] as const),
    ),
  );
  const faults: string[] = [];
  for (const [name, score] of expected) {
    const actual = found.get(name);
    if (actual === undefined) faults.push(`missing: ${name}`);
    else if (score !== null && actual !== score) faults.push(`${name} has ${actual}, not ${score}`);
  }
  for (const name of found.keys()) if (!expected.has(name)) faults.push(`left over: ${name}`);
  return faults;
}

function sumFaults({ staff, duty }: DeskDump): readonly string[] {
  const sums = { onDuty: 0, slots: 0, taken: 0 };
  for (const one of staff.map(dutyOf)) {
    sums.onDuty += one.onDuty;
    sums.slots += one.slots;
    sums.taken += one.taken;
  }
  return JSON.stringify(sums) ===
    JSON.stringify({ onDuty: duty.onDuty, slots: duty.slots, taken: duty.taken })
    ? []
    : [`sums are ${JSON.stringify(duty)}, not ${JSON.stringify(sums)}`];
}

/** Who has a chat, and which chats somebody has, agree in both directions. */
function belongingFaults({ chats, staff }: DeskDump): readonly string[] {
  const has = new Set<string>();
  const rings = new Set<string>();
  for (const chat of chats) {
    const asked = chat.transfer ?? chat.consult;
    const ringing = chat.ringing?.to ?? (asked?.state === 'ringing' ? asked.to : null);
    if (ringing) rings.add(`${ringing} ${chat.chat}`);
    for (const member of chat.members) has.add(`${member.staffId} ${chat.chat}`);
  }
  for (const each of rings) has.add(each);
  const faults: string[] = [];
  const compare = (what: string, expected: ReadonlySet<string>, found: readonly string[]) => {
    for (const each of found) if (!expected.has(each)) faults.push(`${what} too much: ${each}`);
    for (const each of expected) if (!found.includes(each)) faults.push(`${what} too little: ${each}`);
  };
  compare(
    'has',
    has,
    staff.flatMap((one) => one.chats.map((chat) => `${one.staffId} ${chat}`)),
  );
  compare(
    'rings',
    rings,
    staff.flatMap((one) => one.ringing.map((chat) => `${one.staffId} ${chat}`)),
  );
  return faults;
}

function phaseFaults({ chats }: DeskDump): readonly string[] {
  const right: Record<ChatRecord['phase'], (chat: ChatRecord) => boolean> = {
    waiting: (chat) => !chat.ringing && chat.members.length === 0 && !chat.transfer,
    offered: (chat) => chat.ringing !== null && chat.members.length === 0 && !chat.transfer,
    active: (chat) => !chat.ringing && rolesOf(chat) === rolesWith(chat.consult) && !chat.transfer,
    transferring: (chat) =>
      chat.transfer !== null && chat.members.length === (chat.transfer.state === 'accepted' ? 2 : 1),
    ended: (chat) => chat.ended !== null && !chat.ringing && !chat.transfer,
  };
  const lonely = (chat: ChatRecord) => chat.consult === null || chat.phase === 'active';
  return chats
    .filter((chat) => !right[chat.phase](chat) || !lonely(chat))
    .map((chat) => `${chat.phase} does not fit ${JSON.stringify(chat)}`);
}

const rolesOf = ({ members }: ChatRecord): string => members.map(({ role }) => role).join(' and ');

/** Nobody is in an active chat but its counsellor, and who said yes to her and to nobody else. */
function rolesWith(consult: ChatRecord['consult']): string {
  if (consult === null || consult.state === 'ringing') return 'counsellor';
  return consult.state === 'joined' ? 'counsellor and joined' : 'counsellor and joining';
}

function capacityFaults({ staff }: DeskDump): readonly string[] {
  return staff
    .filter((one) => one.chats.length > one.capacity)
    .map((one) => `${one.staffId} has ${one.chats.length} of ${one.capacity}`);
}

/** Every overflow step that was due by now has been taken. */
export function lateSteps({ chats, plan }: DeskDump, now: Instant): readonly string[] {
  return chats
    .filter((chat) => isQueued(chat) && (nextStepAt(plan, chat, now) ?? Infinity) <= now)
    .map((chat) => `${chat.chat} is late for its next step`);
}

/** Everybody's duty is what the roster says now. */
export function lateDuties({ staff, plan }: DeskDump, now: Instant): readonly string[] {
  return staff
    .filter((one) => JSON.stringify(dutyNow(plan, one, now)) !== JSON.stringify(one.duty))
    .map((one) => `${one.staffId} has a duty that is over`);
}

/** No certificate counts beyond its end. */
export function lateCertificates({ staff }: DeskDump, now: Instant): readonly string[] {
  return staff
    .filter((one) => (firstEndOf(one) ?? Infinity) <= now)
    .map((one) => `${one.staffId} has a certificate that is over`);
}

/** Nothing rings at whom no visitor would let in, and nobody counts on her. */
function certificateFaults({ staff }: DeskDump): readonly string[] {
  return staff
    .filter((one) => !mayAnswer(one) && (one.presence === 'available' || one.ringing.length > 0))
    .map((one) => `${one.staffId} may not answer, and is ${one.presence}`);
}

/** Nobody waits while somebody who may serve the chat could be rung. */
function waitingFaults({ chats, staff }: DeskDump): readonly string[] {
  const free = staff.filter(couldBeRung);
  return chats
    .filter(couldRing)
    .flatMap((chat) =>
      free
        .filter((one) => mayServe(one, chat))
        .map((one) => `${chat.chat} waits while ${one.staffId} is free`),
    );
}

const mayServe = (staff: StaffRecord, chat: ChatRecord): boolean =>
  !chat.passed.includes(staff.staffId) &&
  (staff.duty.kind === 'standby'
    ? chat.reach.standby
    : reaches(chat.reach, staff.duty) &&
      staff.duty.kind === 'duty' &&
      (chat.reach.anyLanguage || speaks(staff, chat)));

const speaks = (staff: StaffRecord, chat: ChatRecord): boolean =>
  staff.languages.includes(chat.answers.language);

/**
 * What is wrong with the offers that one command brought about: a chat was overtaken by a later one of its priority
 * or a lower one, or somebody was rung before another who had been idle longer.
 */
export function offerFaults(before: DeskDump, after: DeskDump): readonly string[] {
  const rang = new Set(
    before.chats.map((chat) => `${chat.chat} ${chat.ringing?.to ?? ''} ${chat.ringing?.until ?? ''}`),
  );
  return after.chats.flatMap((chat) => {
    if (!chat.ringing || rang.has(`${chat.chat} ${chat.ringing.to} ${chat.ringing.until}`)) return [];
    const rung = after.staff.find((one) => one.staffId === chat.ringing?.to);
    if (rung === undefined) return [`${chat.chat} rings at nobody`];
    const overtaken = after.chats.filter(
      (other) => couldRing(other) && mayServe(rung, other) && queueScore(other) < queueScore(chat),
    );
    const order = (one: StaffRecord, chats: number) =>
      (one.duty.kind === 'standby' ? 2 ** 51 : 0) +
      (speaks(one, chat) ? 0 : 2 ** 50) +
      idleScore({ idleSince: one.idleSince, chats: one.chats.slice(0, chats) });
    const idler = after.staff.filter(
      (one) =>
        couldBeRung(one) &&
        mayServe(one, chat) &&
        order(one, one.chats.length) < order(rung, rung.chats.length - 1),
    );
    return [
      ...overtaken.map((other) => `${other.chat} was overtaken by ${chat.chat}`),
      ...idler.map((one) => `${one.staffId} was idle longer than ${rung.staffId}`),
    ];
  });
}
