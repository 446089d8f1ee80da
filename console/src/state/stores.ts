import type { Instant } from '@haven/shared/units';
import { createChatsStore } from '../features/chat/chats-store';
import { createConversationStore } from '../features/chat/conversation-store';
import { createColleaguesStore } from '../features/colleagues/colleagues-store';
import { createConsultsStore } from '../features/consult/consults-store';
import { createDesksStore } from '../features/desks/desks-store';
import { createDisplayStore } from '../features/display/display-store';
import { createOffersStore } from '../features/offer/offers-store';
import { createPauseStore } from '../features/pause/pause-store';
import { createDebriefsStore } from '../features/debrief/debriefs-store';
import { createStaffStore } from '../features/presence/staff-store';
import { createQueueStore } from '../features/queue/queue-store';
import { createRepliesStore } from '../features/canned-replies/replies-store';
import { createOrganisationStore } from '../features/organisation/organisation-store';
import { createRosterStore } from '../features/roster/roster-store';
import { createPreferencesStore } from '../features/settings/preferences-store';
import { createSignInStore } from '../features/sign-in/sign-in-store';
import { createBoardStore } from '../features/supervision/board-store';
import { createTransfersStore } from '../features/transfer/transfers-store';
import { createWrapUpsStore } from '../features/wrap-up/wrap-ups-store';
import { createTrustStore } from '../features/trust/trust-store';
import { createClock } from './clock';
import { createDeskStore } from './desk-store';
import { createNoticesStore } from './notices-store';
import type { Shelf } from './shelf';
import { createTextsStore } from './texts-store';
import { createViewStore } from './view-store';

type Outside = {
  readonly now: () => Instant;
  /** Of this browser. */
  readonly shelf: Shelf | null;
  /** Of this tab; gone with it. */
  readonly tabShelf?: Shelf | null;
};

/** What one tab shows. Keys and the plaintext store are in the worker; of content, only what is on screen is here. */
export const createStores = (outside: Outside) => ({
  clock: createClock(outside.now),
  preferences: createPreferencesStore(outside.shelf),
  notices: createNoticesStore(),
  view: createViewStore(),
  signIn: createSignInStore(),
  desk: createDeskStore(),
  queue: createQueueStore(),
  staff: createStaffStore(),
  desks: createDesksStore(),
  offers: createOffersStore(),
  chats: createChatsStore(),
  conversations: createConversationStore(),
  drafts: createTextsStore(),
  notes: createTextsStore(),
  transfers: createTransfersStore(),
  board: createBoardStore(),
  display: createDisplayStore(),
  colleagues: createColleaguesStore(),
  consults: createConsultsStore(),
  wrapUps: createWrapUpsStore(),
  pause: createPauseStore(outside.tabShelf ?? null),
  debriefs: createDebriefsStore(),
  replies: createRepliesStore(),
  roster: createRosterStore(),
  organisation: createOrganisationStore(),
  trust: createTrustStore(),
});
export type Stores = ReturnType<typeof createStores>;
