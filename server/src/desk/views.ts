import type { DeskId, StaffId } from '@haven/shared/ids';
import type { StaffChat, VisitorView } from '@haven/shared/protocol/chat';
import type { DeskNow } from '@haven/shared/protocol/desk-now';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { Offer, QueueItem } from '@haven/shared/protocol/queue';
import type { ChatSight } from './facts';
import { takesChats } from './intake';
import { isHole } from './on-duty';
import type { DeskPlan } from './plan';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';

/** The visitor sees `offered` as `waiting`: a ring that is not answered is no news. */
export function visitorView({ record, place, band }: ChatSight): VisitorView {
  return {
    chat: record.chat,
    version: record.version,
    phase: record.phase === 'offered' ? 'waiting' : record.phase,
    desk: record.desk,
    place,
    band,
    told: record.told,
    returning: record.returning,
    members: [...record.members],
    epoch: record.epoch,
    endReason: record.ended?.reason ?? null,
  };
}

/** The chat as one of its staff members sees it; `wrapUpUntil` is for the one whose wrap-up runs. */
export function staffChat(record: ChatRecord, viewer: StaffId, capability: string): StaffChat {
  const { transfer, consult, wrapUp } = record;
  return {
    chat: record.chat,
    version: record.version,
    phase: record.phase,
    desk: record.desk,
    answers: record.answers,
    enteredAt: record.enteredAt,
    claimedAt: record.claimedAt,
    safety: record.safety,
    members: [...record.members],
    epoch: record.epoch,
    visitorLostSince: record.visitor.state === 'lost' ? record.visitor.since : null,
    transfer: transfer && {
      target: transfer.target,
      state: transfer.state,
      to: transfer.to,
      toDisplayName: transfer.toDisplayName,
    },
    consult: consult && { state: consult.state, to: consult.to, toDisplayName: consult.toDisplayName },
    returning: record.returning,
    endReason: record.ended?.reason ?? null,
    wrapUpUntil: wrapUp?.staffId === viewer ? wrapUp.until : null,
    capability,
  };
}

export function queueItem(record: ChatRecord): QueueItem {
  return {
    chat: record.chat,
    version: record.version,
    desk: record.desk,
    answers: record.answers,
    enteredAt: record.enteredAt,
    priority: record.priority,
    reach: { ...record.reach, desks: [...record.reach.desks] },
    returning: record.returning,
    offeredTo: record.ringing?.to ?? null,
    visitorConnected: record.visitor.state === 'connected',
  };
}

export function staffPresence(record: StaffRecord): StaffPresence {
  return {
    staffId: record.staffId,
    version: record.version,
    displayName: record.displayName,
    role: record.role,
    desks: [...record.desks],
    languages: [...record.languages],
    duty: {
      kind: record.duty.kind,
      desks: [...record.duty.desks],
      until: record.duty.until,
      ending: record.duty.ending,
    },
    presence: record.presence,
    there: record.seats.length > 0,
    since: record.since,
    capacity: record.capacity,
    chats: record.chats.length,
  };
}

/** What there is to see of a desk besides its chats and its people. */
export const deskNow = (plan: DeskPlan, desk: DeskId, record: DeskRecord | null, now: number): DeskNow => ({
  desk,
  version: record?.version ?? 0,
  opened: record?.opened ?? false,
  paused: record?.paused ?? false,
  alerted: record?.alert?.startedAt ?? null,
  hole: isHole(plan, desk, now),
  takes: takesChats(plan, desk, record, now),
});

/** What rings at this staff member for this chat, from the queue, by transfer, or to join. */
export function offerTo(staffId: StaffId, record: ChatRecord): Offer | null {
  if (record.phase === 'offered' && record.ringing?.to === staffId) {
    return { kind: 'queue', item: queueItem(record), from: null, expiresAt: record.ringing.until };
  }
  const asked = record.transfer ?? record.consult;
  if (asked?.state !== 'ringing' || asked.to !== staffId || asked.until === null) return null;
  const asker = record.members.find((member) => member.staffId === asked.by);
  return {
    kind: record.transfer ? 'transfer' : 'consult',
    item: queueItem(record),
    from: asker ? { staffId: asker.staffId, displayName: asker.displayName, desk: asker.desk } : null,
    expiresAt: asked.until,
  };
}
