import type { ChatId, StaffId } from '@haven/shared/ids';
import type { SafetyLevel, TransferTarget } from '@haven/shared/protocol/chat';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import type { Presence } from '@haven/shared/protocol/presence';
import { err, type Result } from '@haven/shared/result';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import type { KeyWork } from './keys-worker-port';
import type { ProveDevice } from './prove-device';

/** Any other request, for pages that say themselves what its answer or its refusal means. */
export type Ask = <E extends StaffAsk>(
  event: E,
  payload: PayloadOf<StaffRequests, E>,
) => Promise<Result<ReplyOf<StaffRequests, E>, ErrorCode>>;

/**
 * All that a counsellor can do at the desk. None of them throws: what the server refuses becomes a notice, and
 * `false` where the caller has something to keep.
 */
export type DeskActions = {
  readonly ask: Ask;
  readonly keyWork: KeyWork;
  readonly proveDevice: ProveDevice;
  /** Looks again what counts of the organisation's keys. */
  readonly lookAtKeys: () => Promise<void>;
  setPresence(presence: Presence): Promise<boolean>;
  setCapacity(capacity: number): Promise<boolean>;
  /** Accepts an offer or takes a chat from the list; the chat is then open. */
  claim(chat: ChatId): Promise<boolean>;
  decline(chat: ChatId): Promise<boolean>;
  /** Brings a chat that another tab holds into this one. */
  continueHere(chat: ChatId): Promise<boolean>;
  /** Hands the text to the encryption; it is on screen at once, with its state. */
  send(chat: ChatId, text: string): void;
  /** To a colleague's console, and nowhere else. */
  sendToColleague(to: StaffId, text: string): void;
  sendToColleagueAgain(to: StaffId, id: string): void;
  sendAgain(chat: ChatId, id: string): void;
  typing(chat: ChatId, on: boolean): void;
  askTransfer(chat: ChatId, target: TransferTarget, summary: string | null): Promise<boolean>;
  withdrawTransfer(chat: ChatId): Promise<boolean>;
  askConsult(chat: ChatId, colleague: StaffId): Promise<boolean>;
  /** Takes the ask back, or has who joined leave. */
  endConsult(chat: ChatId): Promise<boolean>;
  /** I have joined this chat of a colleague, or was about to, and go. */
  leaveConsult(chat: ChatId): void;
  setSafety(chat: ChatId, level: SafetyLevel | null): Promise<boolean>;
  close(chat: ChatId): Promise<boolean>;
  finishWrapUp(chat: ChatId, form: WrapUpForm): Promise<boolean>;
  /** Ends every key of this tab and leaves to the sign-in page. */
  signOut(): Promise<void>;
};

const nothing = () => undefined;
const refused = () => Promise.resolve(false);

/** Before anybody has signed in there is nothing to be done. */
export const CLOSED_DESK: DeskActions = {
  ask: () => Promise.resolve(err('not-signed-in')),
  keyWork: () => Promise.resolve(err('failed')),
  proveDevice: () => Promise.resolve(err('not-signed-in')),
  lookAtKeys: () => Promise.resolve(),
  setPresence: refused,
  setCapacity: refused,
  claim: refused,
  decline: refused,
  continueHere: refused,
  send: nothing,
  sendToColleague: nothing,
  sendToColleagueAgain: nothing,
  sendAgain: nothing,
  typing: nothing,
  askTransfer: refused,
  withdrawTransfer: refused,
  askConsult: refused,
  endConsult: refused,
  leaveConsult: nothing,
  setSafety: refused,
  close: refused,
  finishWrapUp: refused,
  signOut: () => Promise.resolve(),
};
