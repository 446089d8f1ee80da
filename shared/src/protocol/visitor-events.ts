import * as z from 'zod/mini';
import { seatId, staffId } from '../ids';
import { answers, visitorView } from './chat';
import { visitorConsultRequests } from './consult';
import { replay, seen, storedFrame, wireFrame } from './frame';
import { LIMITS } from './limits';
import { revocationsPush } from './revocations';
import { survey } from './survey';

const nothing = z.strictObject({});
const capability = z.string().check(z.maxLength(LIMITS.capabilityCharacters));

/** Proof of work, in the form of the `altcha` challenge. */
export const proofChallenge = z.object({
  algorithm: z.literal('SHA-256'),
  salt: z.string().check(z.maxLength(256)),
  challenge: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** The number to find lies below this. */
  maxNumber: z.int().check(z.positive()),
  signature: z.string().check(z.maxLength(128)),
});
export type ProofChallenge = z.infer<typeof proofChallenge>;

export const proofSolution = z.object({
  salt: z.string().check(z.maxLength(256)),
  challenge: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  signature: z.string().check(z.maxLength(128)),
  number: z.int().check(z.nonnegative()),
});
export type ProofSolution = z.infer<typeof proofSolution>;

/** Namespace `/visitor`, from the visitor's client. Every request is acknowledged with a `Reply`. */
export const visitorRequests = {
  /** A new chat joins the queue; once per connection. */
  'chat:enter': { payload: answers, reply: z.object({ view: visitorView, capability }) },
  /** Back on another connection. The chat is registered again when the live state has lost it. */
  'chat:resume': {
    payload: z.object({ capability, seen }),
    reply: z.object({ view: visitorView, capability, replay }),
  },
  /** The present view, in case a push was lost. */
  'chat:look': { payload: nothing, reply: z.object({ view: visitorView, capability }) },
  /** Opens the link with a member's seat: registers the epoch of the hello and stores it. */
  'link:open': {
    payload: z.object({ staffId, seat: seatId, frame: wireFrame }),
    reply: z.object({ seq: seen }),
  },
  /** One frame into the ring. `seq` is the same when the frame was there already. */
  frame: { payload: z.object({ frame: wireFrame }), reply: z.object({ seq: seen }) },
  'frames:since': { payload: z.object({ seen }), reply: replay },
  /** The visitor's client has linked with the incoming member and lets the previous one go. */
  'transfer:complete': { payload: z.object({ epoch: z.uint32() }), reply: nothing },
  /** The visitor stays with the present counsellor. */
  'transfer:refuse': { payload: nothing, reply: nothing },
  ...visitorConsultRequests,
  'chat:leave': {
    payload: z.object({ reason: z.enum(['visitor-closed', 'emergency-exit', 'silence']) }),
    reply: nothing,
  },
  'proof:challenge': { payload: nothing, reply: proofChallenge },
  'proof:submit': { payload: proofSolution, reply: nothing },
  'survey:answer': { payload: survey, reply: nothing },
} as const;

/** Namespace `/visitor`, to the visitor's client. */
export const visitorPushes = {
  view: z.object({ view: visitorView, capability }),
  frame: storedFrame,
  /** Certificates that the organisation has withdrawn: the worker verifies them and drops such links. */
  revocations: revocationsPush,
  /** This node is stopping: connect again, another one answers. */
  'node:leaving': nothing,
  /** The live state lost this chat: `chat:resume` with the capability. */
  resync: nothing,
} as const;
