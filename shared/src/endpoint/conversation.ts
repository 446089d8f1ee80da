import type { StaffId } from '../ids';
import type { Author, JoinChoice, ShareChoice } from '../protocol/content';

/**
 * How far a message of one's own has come. `sending`: not yet in the relay. `sent`: stored by the relay.
 * `received`: opened by the other endpoint, acknowledged inside the encryption. `failed`: will not arrive
 * unless sent again by hand.
 */
export type Delivery = 'sending' | 'sent' | 'received' | 'failed';

export type ConversationItem = {
  /**
   * `author:number`; the same on both sides. What was written while the history is still coming back has no number
   * yet: then the number is 0 and the id another one.
   */
  readonly id: string;
  readonly author: Author;
  readonly number: number;
  /** The author's clock, milliseconds. */
  readonly at: number;
  readonly text: string;
  /** null for what somebody else wrote. */
  readonly delivery: Delivery | null;
};

/** Why no link could be made with a device; the text stays here and the person is told. */
export type LinkFault =
  /** The relay put forward a device that the organisation's pinned root does not vouch for, or altered the handshake. */
  | 'not-vouched-for'
  /** Certificate expired or not yet valid. */
  | 'certificate-out-of-date'
  /** The organisation has withdrawn the device's certificate; may also befall a link that was secure. */
  | 'revoked'
  /** The certificate names somebody else than the interface announced. */
  | 'other-person'
  /** Frames were altered, or belong to another chat or epoch. */
  | 'altered'
  /** No answer; tried again by itself. */
  | 'no-answer';

/** One encrypted link as the interface shows it. */
export type LinkView = {
  /** broken: nothing more is tried until the relay puts somebody else forward or the person asks for it. */
  readonly state: 'linking' | 'secure' | 'broken';
  readonly epoch: number;
  /** May be set while `secure`: a frame was altered and refused, and the link goes on. */
  readonly fault: LinkFault | null;
  /** The six words of this link once it is secure. */
  readonly words: readonly string[];
};

export type VerifiedPerson = {
  readonly staffId: StaffId;
  /** From the certificate, never from the relay. */
  readonly displayName: string;
  readonly role: 'counsellor' | 'supervisor';
};

export type TransferAsk = {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly deskName: string;
  readonly summary: string | null;
};

/** Who is to join: the certificate must name this person and this role. */
export type JoinAsk = VerifiedPerson;

/** A text that was not taken; nothing was cut or sent, and the page still has it. */
export type Refusal = {
  readonly what: 'text' | 'summary';
  readonly text: string;
  readonly reason: 'empty' | 'too-long' | 'chat-over';
};

export type { JoinChoice, ShareChoice };
