import type { ConversationItem, Delivery, LinkView } from '@haven/shared/endpoint/conversation';
import type { StaffChatState } from '@haven/shared/endpoint/staff-worker';
import { chatId, type ChatId, deskId, regionId, seatId, staffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import { NOTHING_RETIRED, type StaffOrganisation } from '@haven/shared/protocol/retirement';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { Offer, QueueItem } from '@haven/shared/protocol/queue';
import { minutes, seconds } from '@haven/shared/units';

/** A night at the duty desk: Fatima at her console, Bilal at his, visitors who have no names. */
export const NIGHT = Date.parse('2026-11-24T02:40:00+01:00');

export const chatNumber = (n: number): ChatId => chatId.parse(`${String(n).padStart(21, 'x')}A`);
export const FATIMA = staffId.parse('fatima');
export const BILAL = staffId.parse('bilal');
export const THIS_TAB = seatId.parse(`${'t'.repeat(21)}A`);
export const OTHER_TAB = seatId.parse(`${'o'.repeat(21)}A`);
export const AMSTERDAM = deskId.parse('amsterdam');
export const ALMERE = deskId.parse('almere');
export const ME = { staffId: FATIMA, seat: THIS_TAB };

export const organisation: StaffOrganisation = {
  id: 'blijf-groep',
  name: 'Blijf Groep',
  regions: [{ id: regionId.parse('almere'), name: 'Almere' }],
  desks: [
    { id: AMSTERDAM, name: { nl: 'Bureau Amsterdam', en: 'Desk Amsterdam' }, regions: [] },
    { id: ALMERE, name: { nl: 'Bureau Almere', en: 'Desk Almere' }, regions: [regionId.parse('almere')] },
  ],
  generalDesk: AMSTERDAM,
  telephones: [],
  timeZone: 'Europe/Amsterdam',
  openingTimes: { nl: 'altijd', en: 'always' },
  exitUrl: 'https://example.org/',
  demonstration: true,
  roots: [],
  retired: NOTHING_RETIRED,
};

export const staff = (over: Partial<StaffPresence> = {}): StaffPresence => ({
  staffId: FATIMA,
  version: 1,
  displayName: 'Fatima',
  role: 'counsellor',
  desks: [AMSTERDAM],
  languages: ['nl', 'en'],
  duty: { kind: 'duty', desks: over.desks ?? [AMSTERDAM], until: null, ending: false },
  presence: 'available',
  there: true,
  since: NIGHT - minutes(40),
  capacity: 3,
  chats: 1,
  ...over,
});

export const bilal = (over: Partial<StaffPresence> = {}): StaffPresence =>
  staff({ staffId: BILAL, displayName: 'Bilal', desks: [ALMERE], chats: 0, ...over });

export const waiting = (n: number, over: Partial<QueueItem> = {}): QueueItem => ({
  chat: chatNumber(n),
  version: 1,
  desk: AMSTERDAM,
  answers: { region: null, language: 'nl', forWhom: null, topics: [] },
  enteredAt: NIGHT - seconds(n),
  priority: 1,
  reach: { desks: [over.desk ?? AMSTERDAM], everyone: false, standby: false, anyLanguage: false },
  returning: false,
  offeredTo: null,
  visitorConnected: true,
  ...over,
});

export const offerOf = (n: number, over: Partial<Offer> = {}): Offer => ({
  kind: 'queue',
  item: waiting(n),
  from: null,
  expiresAt: NIGHT + seconds(20),
  ...over,
});

export const chat = (n: number, over: Partial<StaffChat> = {}): StaffChat => ({
  chat: chatNumber(n),
  version: 1,
  phase: 'active',
  desk: AMSTERDAM,
  answers: { region: null, language: 'nl', forWhom: 'myself', topics: ['safety'] },
  enteredAt: NIGHT - minutes(20),
  claimedAt: NIGHT - minutes(19) + n,
  safety: null,
  members: [
    {
      staffId: FATIMA,
      displayName: 'Fatima',
      desk: AMSTERDAM,
      role: 'counsellor',
      seat: THIS_TAB,
      epoch: 1,
    },
  ],
  epoch: 1,
  visitorLostSince: null,
  transfer: null,
  consult: null,
  returning: false,
  endReason: null,
  wrapUpUntil: null,
  capability: 'signed',
  ...over,
});

export const secure: LinkView = {
  state: 'secure',
  epoch: 1,
  fault: null,
  words: ['appel', 'boom', 'citroen', 'deur', 'eend', 'fiets'],
};

export const chatState = (n: number, over: Partial<StaffChatState> = {}): StaffChatState => ({
  chat: chatNumber(n),
  link: secure,
  restoring: false,
  visitorTyping: false,
  visitorWroteAt: null,
  transferAnswer: null,
  summary: null,
  sharedWithMe: null,
  joinAnswer: null,
  present: [],
  closed: null,
  ...over,
});

/** What the visitor wrote. */
export const heard = (number: number, at = NIGHT): ConversationItem => ({
  id: `visitor:${number}`,
  author: 'visitor',
  number,
  at,
  text: `woord ${number}`,
  delivery: null,
});

/** What Fatima wrote. */
export const said = (number: number, delivery: Delivery = 'received', at = NIGHT): ConversationItem => ({
  id: `fatima:${number}`,
  author: FATIMA,
  number,
  at,
  text: `antwoord ${number}`,
  delivery,
});
