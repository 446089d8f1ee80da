import { TIMING } from '@haven/shared/protocol/limits';
import { err } from '@haven/shared/result';
import { mayAnswer } from './certified';
import { endConsult, failConsult } from './consult-end';
import { DONE, type Desk, type Rule } from './decision';
import { hasRoom, ringAt, sendAway } from './load';
import type { ConsultRecord, StaffRecord } from './records';
import type { StaffId } from '@haven/shared/ids';
import { counsellorOf, joinerOf, knownChat, wrongPhase } from './refusals';

/** The counsellor asks a colleague or a supervisor, by name, to join her chat. One at a time. */
export const consultAsk: Rule<'consult-ask'> = (desk, { chat: id, staffId, colleague }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  if (chat.phase === 'transferring') return err('transfer-pending');
  if (counsellorOf(chat)?.staffId !== staffId) return err('not-yours');
  if (chat.phase !== 'active') return wrongPhase(chat);
  if (chat.consult !== null) return err('consult-pending');
  const asked = colleague === staffId ? null : whoCouldJoin(desk, colleague);
  if (asked === null) return err('nobody-free');
  ringAt(desk, asked, id);
  const consult: ConsultRecord = {
    by: staffId,
    state: 'ringing',
    to: colleague,
    toDisplayName: asked.displayName,
    until: now + TIMING.ring,
  };
  desk.putChat({ ...chat, consult, registeredFrom: null });
  return DONE;
};

/** As for a transfer by name; a certificate of an administrator opens no link. */
function whoCouldJoin(desk: Desk, colleague: StaffId): StaffRecord | null {
  const staff = desk.staff(colleague);
  const there = staff?.presence === 'available' || staff?.presence === 'busy';
  const may = staff && staff.role !== 'administrator';
  return may && there && mayAnswer(staff) && hasRoom(staff) ? staff : null;
}

/** The visitor's client has linked with the colleague, and the counsellor is there as before. */
export const consultComplete: Rule<'consult-complete'> = (desk, { chat: id, epoch }) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  const { consult } = chat;
  const joiner = joinerOf(chat);
  if (consult === null || joiner === null) return err('no-consult');
  if (consult.state === 'joined') return DONE;
  if (joiner.epoch !== epoch) return err('unknown-epoch');
  desk.putChat({
    ...chat,
    consult: { ...consult, state: 'joined', until: null },
    members: chat.members.map((member) => (member === joiner ? { ...member, role: 'joined' } : member)),
  });
  desk.notify({ kind: 'colleague-joined', by: consult.by, joined: joiner.staffId });
  return DONE;
};

/** At the word of the visitor, of the counsellor, or of the colleague, whether she has joined yet or not. */
export const consultEnd: Rule<'consult-end'> = (desk, { chat: id, by }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  const { consult } = chat;
  const isCounsellor = counsellorOf(chat)?.staffId === by;
  const isJoiner = joinerOf(chat)?.staffId === by;
  if (by !== 'visitor' && !isCounsellor && !isJoiner) return err('not-yours');
  if (consult === null) return err('no-consult');
  const wasIn = consult.state === 'joined';
  if (isCounsellor) desk.putChat(endConsult(desk, chat, 'cancelled', now));
  else if (isJoiner) failConsult(desk, chat, wasIn ? 'left' : 'declined', 'cancelled', now);
  else failConsult(desk, chat, wasIn ? 'sent-out' : 'visitor-refused', 'cancelled', now);
  return DONE;
};

/** The colleague let it ring, or the visitor did not answer in time. */
export const consultTimeout: Rule<'consult-timeout'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  const { until, state, to } = chat?.consult ?? { until: null };
  if (!chat || until === null || now < until) return DONE;
  failConsult(desk, chat, 'no-answer', 'expired', now);
  if (state === 'ringing') sendAway(desk, to, now);
  return DONE;
};
