import * as z from 'zod/mini';
import { chatId, deskId, regionId, seatId, staffId } from '../ids';
import { language } from './organisation';
import { LIMITS } from './limits';

export const FOR_WHOM = ['myself', 'someone-else', 'professional'] as const;
export const TOPICS = [
  'safety',
  'partner',
  'children',
  'family',
  'stalking',
  'housing',
  'money',
  'legal',
  'other',
] as const;
export const SAFETY_LEVELS = ['green', 'orange', 'red'] as const;

export const forWhom = z.enum(FOR_WHOM);
export type ForWhom = z.infer<typeof forWhom>;
export const topic = z.enum(TOPICS);
export type Topic = z.infer<typeof topic>;
export const safetyLevel = z.enum(SAFETY_LEVELS);
export type SafetyLevel = z.infer<typeof safetyLevel>;

/** What a visitor may tap before the chat; nothing is required and nothing is free text. */
export const answers = z.object({
  region: z.nullable(regionId),
  language,
  forWhom: z.nullable(forWhom),
  topics: z.array(topic).check(z.maxLength(LIMITS.topics)),
});
export type Answers = z.infer<typeof answers>;

/**
 * waiting → offered → active ⇄ transferring → ended. `offered` is invisible to the visitor.
 * A chat whose counsellor was lost goes back to `waiting` with `returning` set.
 */
const PHASES = ['waiting', 'offered', 'active', 'transferring', 'ended'] as const;
export const phase = z.enum(PHASES);
export type Phase = z.infer<typeof phase>;

export const ENDINGS = [
  /** The visitor closed the chat. */
  'visitor-closed',
  /** The visitor used the quick exit. */
  'emergency-exit',
  /** The visitor wrote nothing and answered no question whether somebody is there. */
  'silence',
  /** The visitor's connection did not come back. */
  'lost',
  /** The counsellor closed the chat. */
  'counsellor-closed',
  /** The network it came from was blocked, by its counsellor or, while it waited, by a supervisor. */
  'blocked',
] as const;
export const endReason = z.enum(ENDINGS);
export type EndReason = z.infer<typeof endReason>;

/**
 * counsellor: has the chat. incoming: accepted a transfer and waits for the visitor's link. joining: accepted to join
 * and waits for the visitor's yes and link. joined: is in the chat beside the counsellor.
 */
export const memberRole = z.enum(['counsellor', 'incoming', 'joining', 'joined']);
export type MemberRole = z.infer<typeof memberRole>;

export const member = z.object({
  staffId,
  displayName: z.string(),
  desk: deskId,
  role: memberRole,
  /** The tab that holds, or wants, the link; null while the member has none open. */
  seat: z.nullable(seatId),
  /** The epoch of the link to that seat; null when the visitor's client is asked to open one. */
  epoch: z.nullable(z.uint32()),
});
export type Member = z.infer<typeof member>;

/** within-5: within 5 minutes; about-10: about 10 minutes; longer; nobody: nobody is on duty. */
export const waitBand = z.enum(['within-5', 'about-10', 'longer', 'nobody']);
export type WaitBand = z.infer<typeof waitBand>;

/**
 * All that the server tells a visitor about the visitor's chat. A lower version never replaces a higher one; within a
 * version, `place` and `band` may change.
 */
export const visitorView = z.object({
  chat: chatId,
  version: z.number(),
  phase,
  desk: deskId,
  /** 1 is next; null when not waiting. Never rises. */
  place: z.nullable(z.int()),
  band: waitBand,
  /** The wait has passed the last overflow step: offer the alternatives beside the queue. */
  told: z.boolean(),
  /** The chat went back to the queue because its counsellor was lost. */
  returning: z.boolean(),
  members: z.array(member),
  /** The highest epoch the relay has seen; the next link must be higher. */
  epoch: z.uint32(),
  endReason: z.nullable(endReason),
});
export type VisitorView = z.infer<typeof visitorView>;

export const transferTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('staff'), staffId }),
  z.object({ kind: z.literal('desk'), desk: deskId }),
]);
export type TransferTarget = z.infer<typeof transferTarget>;

export const transferState = z.object({
  target: transferTarget,
  /** ringing: offered to `to`. accepted: `to` waits for the visitor's link. */
  state: z.enum(['ringing', 'accepted']),
  to: staffId,
  toDisplayName: z.string(),
});
export type TransferState = z.infer<typeof transferState>;

export const consultState = z.object({
  /** ringing: at `to`. accepted: `to` waits for the visitor's yes and link. joined: `to` is in the chat. */
  state: z.enum(['ringing', 'accepted', 'joined']),
  to: staffId,
  toDisplayName: z.string(),
});
export type ConsultState = z.infer<typeof consultState>;

/** A chat as the staff who are in it see it. Content is never part of it. */
export const staffChat = z.object({
  chat: chatId,
  version: z.number(),
  phase,
  desk: deskId,
  answers,
  enteredAt: z.number(),
  claimedAt: z.nullable(z.number()),
  safety: z.nullable(safetyLevel),
  members: z.array(member),
  epoch: z.uint32(),
  /** null while connected, else since when the visitor's connection is gone. */
  visitorLostSince: z.nullable(z.number()),
  transfer: z.nullable(transferState),
  consult: z.nullable(consultState),
  returning: z.boolean(),
  endReason: z.nullable(endReason),
  /** Set for the counsellor whose wrap-up of this chat runs; when it ends by itself. */
  wrapUpUntil: z.nullable(z.number()),
  /** Presented after a live state that lost its memory; see `desk:enter`. */
  capability: z.string().check(z.maxLength(LIMITS.capabilityCharacters)),
});
export type StaffChat = z.infer<typeof staffChat>;
