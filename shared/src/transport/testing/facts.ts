import { toBase64Url } from '../../crypto/bytes';
import { encodePrefix, FRAME_TYPE, SENDER, SUITE } from '../../crypto/frame';
import type { ChatId, DeskId, RegionId, SeatId, StaffId } from '../../ids';
import type { StaffChat, VisitorView } from '../../protocol/chat';
import type { StaffPresence } from '../../protocol/presence';
import { NOTHING_RETIRED, type StaffOrganisation } from '../../protocol/retirement';
import type { DeskState } from '../../protocol/staff-events';

const CID = new Uint8Array(16).fill(7);
export const CHAT = toBase64Url(CID) as ChatId;
export const SEAT = toBase64Url(new Uint8Array(16).fill(9)) as SeatId;
const DESK = 'almere' as DeskId;

/** The frame with this number of a sender; its content is no concern of the transport. */
export const frame = (number: number, sender: keyof typeof SENDER = 'visitor'): string => {
  const prefix = {
    suite: SUITE,
    type: FRAME_TYPE.message,
    sender: SENDER[sender],
    epoch: 1,
    number,
    cid: CID,
  };
  return toBase64Url(Uint8Array.of(...encodePrefix(prefix), ...new Uint8Array(400)));
};

export const view = (change: Partial<VisitorView> = {}): VisitorView => ({
  chat: CHAT,
  version: 1,
  phase: 'waiting',
  desk: DESK,
  place: 1,
  band: 'within-5',
  told: false,
  returning: false,
  members: [],
  epoch: 0,
  endReason: null,
  ...change,
});

export const member = {
  staffId: 'sanne' as StaffId,
  displayName: 'Sanne',
  desk: DESK,
  role: 'counsellor' as const,
  seat: SEAT,
  epoch: null,
};

export const chat = (change: Partial<StaffChat> = {}): StaffChat => ({
  chat: CHAT,
  version: 1,
  phase: 'active',
  desk: DESK,
  answers: { region: 'almere' as RegionId, language: 'nl', forWhom: null, topics: [] },
  enteredAt: 0,
  claimedAt: 0,
  safety: null,
  members: [member],
  epoch: 0,
  visitorLostSince: null,
  transfer: null,
  consult: null,
  returning: false,
  endReason: null,
  wrapUpUntil: null,
  capability: 'capability',
  ...change,
});

const self: StaffPresence = {
  staffId: 'sanne' as StaffId,
  version: 1,
  displayName: 'Sanne',
  role: 'counsellor',
  desks: [DESK],
  languages: ['nl'],
  duty: { kind: 'duty', desks: [DESK], until: null, ending: false },
  presence: 'available',
  there: true,
  since: 0,
  capacity: 3,
  chats: 0,
};

export const deskState = (chats: readonly StaffChat[] = []): DeskState => ({
  self,
  staff: [self],
  queue: [],
  chats: [...chats],
  offers: [],
  desks: [],
  recordsAway: false,
  now: 0,
});

export const organisation: StaffOrganisation = {
  id: 'Stichting De Haven',
  name: 'De Haven',
  regions: [],
  desks: [],
  generalDesk: DESK,
  telephones: [],
  timeZone: 'Europe/Amsterdam',
  openingTimes: { nl: '', en: '' },
  exitUrl: 'https://www.example.com/',
  demonstration: true,
  roots: [],
  retired: NOTHING_RETIRED,
};
