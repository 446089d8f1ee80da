import * as z from 'zod/mini';
import { chatId, deskId, seatId } from '../ids';
import { auditRequests } from './audit';
import { blockRequests } from './block';
import { boardPushes, boardRequests } from './board';
import { accountRequests } from './account';
import { cannedRepliesPushes, cannedRepliesRequests } from './canned-replies';
import { safetyLevel, staffChat, transferTarget } from './chat';
import { colleaguePushes, colleagueRequests } from './colleague';
import { consultPushes, consultRequests } from './consult';
import { displayStaffRequests } from './display';
import { deskNow, standbyAlert } from './desk-now';
import { deskSettingsRequests, handRequests } from './desk-settings';
import { wrapUpForm } from './contact-record';
import { replay, seen, storedFrame, wireFrame } from './frame';
import { keysPushes, keysRequests } from './keys';
import { LIMITS } from './limits';
import { organisationPushes, organisationRequests } from './organisation-description';
import { peopleRequests } from './people';
import { capacity, presence, staffPresence } from './presence';
import { debriefPushes, debriefRequests } from './debrief';
import { reportsRequests } from './reports';
import { staffOrganisation } from './retirement';
import { offer, offerWithdrawn, queueItem } from './queue';
import { rosterPushes, rosterRequests } from './roster-requests';

const nothing = z.strictObject({});
const aboutChat = z.object({ chat: chatId });
const capability = z.string().check(z.maxLength(LIMITS.capabilityCharacters));

/** All a console shows before any delta. */
export const deskState = z.object({
  self: staffPresence,
  staff: z.array(staffPresence),
  queue: z.array(queueItem),
  chats: z.array(staffChat),
  offers: z.array(offer),
  desks: z.array(deskNow),
  /** What the organisation keeps cannot be reached now: chats go on, nothing else can be read or changed. */
  recordsAway: z.boolean(),
  /** The server's clock, so that waits are right on a desktop whose clock is not. */
  now: z.number(),
});
export type DeskState = z.infer<typeof deskState>;

/** Namespace `/staff`, from the console. Every request is acknowledged with a `Reply`. */
export const staffRequests = {
  /**
   * Takes this seat at the desk. `presence` is what the console shows, so that a live state that lost its
   * memory learns it again; null keeps what the server knows (away at first). `capabilities` register
   * chats again that the live state has lost.
   */
  'desk:enter': {
    payload: z.object({
      seat: seatId,
      presence: z.nullable(presence),
      capacity: z.nullable(capacity),
      capabilities: z.array(capability).check(z.maxLength(LIMITS.chatsPerCounsellor)),
    }),
    reply: z.object({
      state: deskState,
      organisation: staffOrganisation,
    }),
  },
  'desk:look': { payload: nothing, reply: deskState },
  'presence:set': { payload: z.object({ presence }), reply: staffPresence },
  'capacity:set': { payload: z.object({ capacity }), reply: staffPresence },
  /** Accepts an offer (queue or transfer) or takes a chat from the list. */
  'chat:claim': { payload: aboutChat, reply: staffChat },
  'offer:decline': { payload: aboutChat, reply: nothing },
  /** This seat wants the link of a chat of mine: after a reload, or to go on in this tab. */
  'link:request': { payload: aboutChat, reply: staffChat },
  frame: { payload: z.object({ frame: wireFrame }), reply: z.object({ seq: seen }) },
  'frames:since': { payload: z.object({ chat: chatId, seen }), reply: replay },
  'transfer:ask': { payload: z.object({ chat: chatId, target: transferTarget }), reply: staffChat },
  'transfer:cancel': { payload: aboutChat, reply: staffChat },
  ...consultRequests,
  ...colleagueRequests,
  'safety:set': { payload: z.object({ chat: chatId, level: z.nullable(safetyLevel) }), reply: staffChat },
  'chat:close': { payload: aboutChat, reply: staffChat },
  'wrap-up:finish': { payload: z.object({ chat: chatId, form: wrapUpForm }), reply: nothing },
  ...auditRequests,
  ...deskSettingsRequests,
  ...handRequests,
  ...blockRequests,
  ...boardRequests,
  ...displayStaffRequests,
  ...accountRequests,
  ...cannedRepliesRequests,
  ...reportsRequests,
  ...debriefRequests,
  ...rosterRequests,
  ...peopleRequests,
  ...organisationRequests,
  ...keysRequests,
} as const;

/** Namespace `/staff`, to the console. Versions tell which of two facts about the same thing is newer. */
export const staffPushes = {
  ...debriefPushes,
  ...cannedRepliesPushes,
  'queue:changed': z.object({
    upsert: z.array(queueItem),
    remove: z.array(z.object({ chat: chatId, version: z.number() })),
  }),
  'desk:changed': deskNow,
  /** The standby of a desk is needed. */
  'standby:alert': standbyAlert,
  'staff:changed': z.object({ upsert: z.array(staffPresence) }),
  /** A chat of mine; also the last fact of a chat I am no longer in (`members` tells). */
  'chat:changed': staffChat,
  /** Wrap-up done, handed over, or no longer joined: the chat is no longer mine. */
  'chat:gone': z.object({
    chat: chatId,
    reason: z.enum(['wrapped-up', 'transferred', 'returned-to-queue', 'consult-over']),
  }),
  'offer:made': offer,
  'offer:withdrawn': offerWithdrawn,
  /** A transfer I asked for did not happen; the chat stays with me. */
  'transfer:failed': z.object({
    chat: chatId,
    reason: z.enum(['declined', 'no-answer', 'visitor-refused', 'colleague-lost']),
    desk: z.nullable(deskId),
  }),
  ...consultPushes,
  ...colleaguePushes,
  frame: z.object({ chat: chatId, ...storedFrame.shape }),
  ...rosterPushes,
  ...keysPushes,
  ...organisationPushes,
  'node:leaving': nothing,
  /** The live state lost this seat: `desk:enter` again, with presence and capabilities. */
  resync: nothing,
  /** This session was ended elsewhere. */
  'signed-out': nothing,
  ...boardPushes,
} as const;
