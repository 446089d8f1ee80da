import { err } from '@haven/shared/result';
import { mayAnswer } from './certified';
import { endConsult } from './consult-end';
import { DONE, type Desk, type Rule } from './decision';
import { finish, hasRoom, sendAway } from './load';
import type { ChatRecord, StaffRecord } from './records';
import { chatThatMay, counsellorOf, incomingOf, knownChat } from './refusals';
import { endTransfer, failTransfer } from './transfer-end';
import { nextOfDesk, passTransferOn, ringColleague } from './transfer-ring';
import type { TransferTarget } from '@haven/shared/protocol/chat';

/** The counsellor wants to hand over, to a colleague or to whoever of a desk is free. */
export const transferAsk: Rule<'transfer-ask'> = (desk, { chat: id, staffId, target }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  if (chat.phase === 'transferring') return err('transfer-pending');
  if (counsellorOf(chat)?.staffId !== staffId) return err('not-yours');
  const may = chatThatMay(desk, id, 'transfer-ask');
  if (!may.ok) return may;
  // Whoever has joined is out first, be it the one who is to take over: the visitor is asked afresh.
  const alone = endConsult(desk, chat, 'cancelled', now);
  const colleague = colleagueFor(desk, alone, target);
  if (colleague === null || colleague.staffId === staffId) return err('nobody-free');
  ringColleague(desk, alone, { target, by: staffId, passed: [] }, colleague, now);
  return DONE;
};

/** Asked by name, a busy colleague may be rung too: the two have probably spoken. */
function colleagueFor(desk: Desk, chat: ChatRecord, target: TransferTarget): StaffRecord | null {
  if (target.kind === 'desk') {
    const members = chat.members.map((member) => member.staffId);
    return nextOfDesk(desk, chat, target.desk, members);
  }
  const staff = desk.staff(target.staffId);
  const there = staff?.presence === 'available' || staff?.presence === 'busy';
  return staff && there && mayAnswer(staff) && hasRoom(staff) ? staff : null;
}

/** The counsellor who asked keeps the chat after all. */
export const transferCancel: Rule<'transfer-cancel'> = (desk, { chat: id, staffId }) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  if (counsellorOf(chat)?.staffId !== staffId) return err('not-yours');
  if (chat.transfer === null) return err('no-transfer');
  desk.putChat({ ...endTransfer(desk, chat, 'cancelled'), phase: 'active' });
  return DONE;
};

/** The visitor's client has linked with the colleague: the chat is hers, and the one who asked is out. */
export const transferComplete: Rule<'transfer-complete'> = (desk, { chat: id, epoch }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  const { transfer } = chat;
  if (transfer?.state !== 'accepted') {
    return counsellorOf(chat)?.epoch === epoch && chat.phase === 'active' ? DONE : err('no-transfer');
  }
  const incoming = incomingOf(chat);
  if (incoming === null || incoming.epoch !== epoch) return err('unknown-epoch');
  handOver(desk, chat, now);
  return DONE;
};

/** Makes the incoming member the counsellor; the one before is out. */
export function handOver(desk: Desk, chat: ChatRecord, now: number): ChatRecord {
  const { transfer } = chat;
  const incoming = incomingOf(chat);
  if (transfer === null || incoming === null) return chat;
  finish(desk, transfer.by, chat.chat, now);
  desk.notify({ kind: 'chat-gone', to: transfer.by, chat: chat.chat, reason: 'transferred' });
  const next: ChatRecord = {
    ...chat,
    phase: 'active',
    desk: incoming.desk,
    transfer: null,
    members: [{ ...incoming, role: 'counsellor' }],
  };
  desk.putChat(next);
  return next;
}

/** The visitor stays with the present counsellor. */
export const transferRefuse: Rule<'transfer-refuse'> = (desk, { chat: id }) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  if (known.value.transfer === null) return err('no-transfer');
  failTransfer(desk, known.value, 'visitor-refused', 'cancelled');
  return DONE;
};

/** The colleague let it ring, or the visitor did not choose in time. */
export const transferTimeout: Rule<'transfer-timeout'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat?.transfer || now < chat.transfer.until) return DONE;
  if (chat.transfer.state === 'accepted') {
    failTransfer(desk, chat, 'no-answer', 'cancelled');
    return DONE;
  }
  const { to } = chat.transfer;
  passTransferOn(desk, chat, 'no-answer', 'expired', now);
  sendAway(desk, to, now);
  return DONE;
};
