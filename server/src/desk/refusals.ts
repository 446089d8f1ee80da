import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type Result, err, ok } from '@haven/shared/result';
import type { ChatId, SeatId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { isCertified } from './certified';
import type { CommandKind } from './commands';
import type { Desk, Verdict } from './decision';
import type { ChatRecord, StaffRecord } from './records';
import { hasArrow } from './transitions';

type Found<T> = Result<T, ErrorCode>;

export function knownChat(desk: Desk, chat: ChatId): Found<ChatRecord> {
  const record = desk.chat(chat);
  return record ? ok(record) : err('unknown-chat');
}

/** A staff member with a seat. */
export function seated(desk: Desk, staffId: StaffId): Found<StaffRecord> {
  const record = desk.staff(staffId);
  return record && record.seats.length > 0 ? ok(record) : err('unknown-seat');
}

/** The same at this seat, whose device may answer visitors. */
export function certified(desk: Desk, staffId: StaffId, seat: SeatId, now: Instant): Found<StaffRecord> {
  const staff = seated(desk, staffId);
  if (!staff.ok) return staff;
  const mine = staff.value.seats.find((each) => each.seat === seat);
  if (mine === undefined) return err('unknown-seat');
  return isCertified(mine, now) ? staff : err('not-certified');
}

export const wrongPhase = (chat: ChatRecord): Verdict =>
  err(chat.phase === 'ended' ? 'chat-ended' : 'wrong-phase');

/** A chat that this command can take to another phase. */
export function chatThatMay(desk: Desk, chat: ChatId, by: CommandKind): Found<ChatRecord> {
  const record = knownChat(desk, chat);
  if (!record.ok || hasArrow(record.value.phase, by)) return record;
  return err(record.value.phase === 'ended' ? 'chat-ended' : 'wrong-phase');
}

export const counsellorOf = (chat: ChatRecord) =>
  chat.members.find((member) => member.role === 'counsellor') ?? null;

/** Who is about to join, or has joined. */
export const joinerOf = (chat: ChatRecord) =>
  chat.members.find((member) => member.role === 'joining' || member.role === 'joined') ?? null;

export const incomingOf = (chat: ChatRecord) =>
  chat.members.find((member) => member.role === 'incoming') ?? null;
