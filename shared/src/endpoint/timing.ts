import { minutes, seconds } from '../units';

/** Waits of the endpoints. Milliseconds. */
export const ENDPOINT_TIMING = {
  /** How long an acknowledgement waits for something else to carry it. */
  acknowledge: 150,
  /** Unacknowledged frames are handed to the relay again after this, then after twice as long, and so on. */
  firstRetry: seconds(6),
  longestRetry: seconds(60),
  /** A frame the relay has not answered for so long counts as not handed over. */
  relayPatience: seconds(60),
  /** Unacknowledged for so long, in spite of retries: the other end has lost the link. */
  silence: seconds(45),
  /** How long a staff device waits before it asks for a link in place of a bad one: the visitor's client may be faster. */
  badLink: seconds(3),
  /** A frame that could not be opened and did not come whole either within this was altered for good. */
  alteredPatience: seconds(8),
  /** A hello or an accept without an answer; doubled twice for slow networks. */
  handshake: seconds(15),
  repeatHello: seconds(6),
  /** How long an offer may be accepted: longer than the longest handshake of the other side. */
  offer: seconds(90),
  /** Waits between one attempt at a link and the next; a link that lasted `settled` starts over. */
  attempts: [0, seconds(1), seconds(2), seconds(4), seconds(8), seconds(16), seconds(30), seconds(60)],
  settled: seconds(30),
  freshHandshake: minutes(30),
  /** How long the previous counsellor's device may take to answer that the link is closed. */
  closing: seconds(5),
  /** A typing mark is repeated after the first while typing goes on, and forgotten after the second. */
  typingRepeat: seconds(4),
  typingForgotten: seconds(8),
} as const;

export const ENDPOINT_LIMITS = {
  /** Unacknowledged frames with content; the rest waits unsealed. Below the skipped keys the other end can keep. */
  window: 48,
  /** Acknowledgements may go a little further, so that two full windows cannot wait for each other. */
  windowWithAcknowledgements: 60,
  /** Messages of one link before a fresh handshake. */
  messagesPerLink: 50,
  /** Authors of one conversation: the visitor and everybody who ever had the chat. */
  authors: 64,
  /** Handshakes with an altered frame, one after the other, before the person has to ask for another. */
  alteredHandshakes: 5,
  /** Hellos one chat may have open at a staff device; more than one only when a relay invents them. */
  openOffers: 4,
} as const;
