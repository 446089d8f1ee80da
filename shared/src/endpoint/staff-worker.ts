import type { FromColleagues, ToColleagues } from '../colleagues/worker-messages';
import type { ChatId, DeskId, SeatId, StaffId } from '../ids';
import type { StaffChat } from '../protocol/chat';
import type { ErrorCode } from '../protocol/errors';
import type { ShareChoice } from '../protocol/content';
import type { DeviceProof } from '../protocol/sign-in';
import type {
  ConversationItem,
  JoinAsk,
  JoinChoice,
  LinkView,
  Refusal,
  TransferAsk,
  VerifiedPerson,
} from './conversation';

/** Certificates, base64url. */
export type EncodedChain = { readonly issuer: string; readonly device: string };

/** Page to worker, about this browser's key (WebCrypto Ed25519, not extractable, in IndexedDB). */
export type ToDevice =
  /** Looks for the key or makes one. */
  | { readonly type: 'open-device' }
  /** Signs a challenge of the server. */
  | { readonly type: 'prove'; readonly challenge: string };

/** Page to worker, about chats and colleagues. */
export type ToStaffEndpoint =
  | ToColleagues
  | {
      readonly type: 'begin';
      readonly staffId: StaffId;
      readonly desk: DeskId;
      readonly seat: SeatId;
      readonly organisation: string;
      /** As sign-in returned it; null: this device answers no visitors. */
      readonly chain: EncodedChain | null;
    }
  /** The device was certified anew: links from now on are offered with this. */
  | { readonly type: 'certified'; readonly chain: EncodedChain }
  | { readonly type: 'chat'; readonly chat: StaffChat }
  | { readonly type: 'frame'; readonly chat: ChatId; readonly frame: string }
  | { readonly type: 'relay-outcome'; readonly token: number; readonly error: ErrorCode | null }
  | { readonly type: 'connection'; readonly up: boolean }
  | { readonly type: 'send'; readonly chat: ChatId; readonly text: string }
  /** Mends a failed message; it may get another place and id. */
  | { readonly type: 'send-again'; readonly chat: ChatId; readonly id: string }
  | { readonly type: 'typing'; readonly chat: ChatId; readonly on: boolean }
  | { readonly type: 'transfer-ask'; readonly chat: ChatId; readonly ask: TransferAsk }
  | { readonly type: 'transfer-cancel'; readonly chat: ChatId }
  | { readonly type: 'join-ask'; readonly chat: ChatId; readonly ask: JoinAsk }
  /** Takes the ask back, or has who joined leave. */
  | { readonly type: 'join-cancel'; readonly chat: ChatId }
  /** I have joined this chat and go. */
  | { readonly type: 'leave'; readonly chat: ChatId }
  /** Wipes all that is known of a chat. */
  | { readonly type: 'forget'; readonly chat: ChatId };

/** Page to worker. One worker serves all chats of one tab. */
export type ToStaffWorker = ToDevice | ToStaffEndpoint;

export type StaffChatState = {
  readonly chat: ChatId;
  readonly link: LinkView | null;
  /** True until the visitor's client has sent the history after a reload or a takeover. */
  readonly restoring: boolean;
  readonly visitorTyping: boolean;
  /** When the visitor's last word came; null if none. */
  readonly visitorWroteAt: number | null;
  /** What the visitor answered to my ask to hand over. */
  readonly transferAnswer: { readonly choice: ShareChoice | null } | null;
  /** The summary a previous counsellor wrote and the visitor shared with me. */
  readonly summary: { readonly author: string; readonly text: string } | null;
  /** What the visitor shared with me when I took over; null when I was the first. */
  readonly sharedWithMe: ShareChoice | null;
  /** What the visitor answered to my ask to let somebody join. */
  readonly joinAnswer: { readonly choice: JoinChoice | null } | null;
  /** Whom the visitor's client is linked with besides, by its own word; empty while only one is there. */
  readonly present: readonly VerifiedPerson[];
  /** The visitor's client closed the link; `left`: of somebody who had joined, by whoever's word. */
  readonly closed: 'ended' | 'transferred' | 'left' | null;
};

/** Worker to page, about this browser's key. */
export type FromDevice =
  | { readonly type: 'device'; readonly publicKey: string }
  | { readonly type: 'proof'; readonly proof: DeviceProof };

/** Worker to page, about chats and colleagues. */
export type FromStaffEndpoint =
  | FromColleagues
  | { readonly type: 'ready' }
  | {
      readonly type: 'relay';
      readonly token: number;
      readonly event: 'frame';
      readonly payload: { readonly frame: string };
    }
  | {
      readonly type: 'relay';
      readonly token: number;
      readonly event: 'colleague:send';
      readonly payload: { readonly to: StaffId; readonly seat: SeatId | null; readonly frame: string };
    }
  | { readonly type: 'refused'; readonly chat: ChatId; readonly refusal: Refusal }
  /** The link of a chat is gone or broken: ask the server for a new one (`link:request`). */
  | { readonly type: 'link-wanted'; readonly chat: ChatId }
  /** The whole conversation of a chat in display order, sent again when anything of it changed. */
  | { readonly type: 'items'; readonly chat: ChatId; readonly items: readonly ConversationItem[] }
  | { readonly type: 'state'; readonly state: StaffChatState }
  | { readonly type: 'failed'; readonly reason: 'no-crypto' | 'no-device-key' | 'internal' };

/** Worker to page. */
export type FromStaffWorker = FromDevice | FromStaffEndpoint;
