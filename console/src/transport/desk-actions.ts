import type { ChatId } from '@haven/shared/ids';
import type { SafetyLevel, TransferTarget } from '@haven/shared/protocol/chat';
import type { Presence } from '@haven/shared/protocol/presence';

/**
 * All that a counsellor can do at the desk. None of them throws: what the server refuses becomes a notice, and
 * `false` where the caller has something to keep.
 */
export type DeskActions = {
  setPresence(presence: Presence): Promise<boolean>;
  setCapacity(capacity: number): Promise<boolean>;
  /** Accepts an offer or takes a chat from the list; the chat is then open. */
  claim(chat: ChatId): Promise<boolean>;
  decline(chat: ChatId): Promise<boolean>;
  /** Brings a chat that another tab holds into this one. */
  continueHere(chat: ChatId): Promise<boolean>;
  /** Hands the text to the encryption; it is on screen at once, with its state. */
  send(chat: ChatId, text: string): void;
  sendAgain(chat: ChatId, id: string): void;
  typing(chat: ChatId, on: boolean): void;
  askTransfer(chat: ChatId, target: TransferTarget, summary: string | null): Promise<boolean>;
  withdrawTransfer(chat: ChatId): Promise<boolean>;
  setSafety(chat: ChatId, level: SafetyLevel | null): Promise<boolean>;
  close(chat: ChatId): Promise<boolean>;
  finishWrapUp(chat: ChatId): Promise<boolean>;
  /** Ends every key of this tab and leaves to the sign-in page. */
  signOut(): Promise<void>;
};

const nothing = () => undefined;
const refused = () => Promise.resolve(false);

/** Before anybody has signed in there is nothing to be done. */
export const CLOSED_DESK: DeskActions = {
  setPresence: refused,
  setCapacity: refused,
  claim: refused,
  decline: refused,
  continueHere: refused,
  send: nothing,
  sendAgain: nothing,
  typing: nothing,
  askTransfer: refused,
  withdrawTransfer: refused,
  setSafety: refused,
  close: refused,
  finishWrapUp: refused,
  signOut: () => Promise.resolve(),
};
