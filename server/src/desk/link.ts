import type { StaffId } from '@haven/shared/ids';
import type { Member } from '@haven/shared/protocol/chat';
import { err } from '@haven/shared/result';
import { DONE, type Rule } from './decision';
import type { ChatRecord } from './records';
import { certified, knownChat, wrongPhase } from './refusals';

const isGoingOn = (chat: ChatRecord) => chat.phase === 'active' || chat.phase === 'transferring';

const withMember = (chat: ChatRecord, staffId: StaffId, change: Partial<Member>): ChatRecord => ({
  ...chat,
  members: chat.members.map((member) => (member.staffId === staffId ? { ...member, ...change } : member)),
});

/** The visitor's client opens a link to a member's seat. Its epoch is above every one before, or it is refused. */
export const linkOpen: Rule<'link-open'> = (desk, { chat: id, staffId, seat, epoch }) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  if (!isGoingOn(chat)) return wrongPhase(chat);
  const member = chat.members.find((each) => each.staffId === staffId && each.seat === seat);
  if (member === undefined) return err('unknown-member');
  if (member.epoch === epoch) return DONE;
  if (epoch <= chat.epoch) return err('stale-epoch');
  desk.putChat({ ...withMember(chat, staffId, { epoch }), epoch });
  return DONE;
};

/** A seat of a member wants the link: after a reload, or to go on in another tab. */
export const linkRequest: Rule<'link-request'> = (desk, { chat: id, staffId, seat }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  const chat = known.value;
  const staff = certified(desk, staffId, seat, now);
  if (!staff.ok) return staff;
  if (!chat.members.some((member) => member.staffId === staffId)) return err('not-yours');
  if (!isGoingOn(chat)) return wrongPhase(chat);
  desk.putChat(withMember(chat, staffId, { seat, epoch: null }));
  return DONE;
};
