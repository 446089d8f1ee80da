import { hours, minutes, seconds } from '../units';

/** Numbers both sides of a connection must agree on. Sizes in bytes unless named otherwise. */
export const LIMITS = {
  /** Padded content of one frame. The sealed frame is at most 80 bytes larger (header and tag). */
  frameContentBytes: 16_384,
  frameBytes: 64 + 16_384 + 16,
  /** The same frame as base64url without padding, which is how it travels. */
  frameCharacters: Math.ceil(((64 + 16_384 + 16) * 4) / 3),
  /** One Socket.IO packet: a frame and its envelope. Anything larger is cut off by the transport. */
  packetBytes: 32_768,
  textCharacters: 4_000,
  summaryCharacters: 1_000,
  topics: 5,
  /** Frames the relay keeps for one chat before the oldest fall out. */
  ringFrames: 512,
  /** Frames in one answer to `frames:since`. */
  replayPage: 64,
  chatsPerCounsellor: 8,
  desks: 200,
  overflowSteps: 12,
  /** Canned replies of one person, of one desk, of everyone. */
  repliesOnShelf: 500,
  capabilityCharacters: 2_048,
  /** In one change of the roster, which must fit into a packet. */
  shiftsInEdit: 100,
} as const;

/** Waits and deadlines of the duty desk. Milliseconds. */
export const TIMING = {
  /** How long an offer rings at one counsellor. */
  ring: seconds(20),
  /** The usual first overflow step: from the own desk to everyone on duty. */
  widen: seconds(45),
  /** The usual time after which the visitor is told that it takes longer and which alternatives there are. */
  tellVisitor: minutes(5),
  /** So long before the end of her shift a counsellor is rung no more. */
  shiftEnding: minutes(10),
  /** A waiting visitor without connection keeps the place this long. */
  waitingGrace: seconds(45),
  /** An active visitor without connection keeps the chat this long. */
  visitorGrace: minutes(5),
  /** A counsellor without any seat keeps the chats this long before they return to the queue. */
  counsellorGrace: seconds(90),
  /** A visitor who wrote nothing is asked gently after the first two, and the chat closes after the third. */
  silence: [minutes(8), minutes(11), minutes(14)],
  wrapUp: minutes(5),
  /** How long the facts of an ended chat stay in live state, so that a late peer still learns why it ended. */
  retention: minutes(10),
  lease: seconds(15),
  leaseRenewal: seconds(5),
  /** Clients ask again for the state they show, in case a fact was lost between nodes. */
  look: seconds(20),
  transferAnswer: minutes(3),
  capability: hours(24),
} as const;

/** The target by which a day is judged: nine of ten are answered within this time. */
export const ANSWER_TARGET = seconds(60);
