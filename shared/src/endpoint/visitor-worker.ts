import type { ChatId, StaffId } from '../ids';
import type { JoinChoice, ShareChoice } from '../protocol/content';
import type { VisitorView } from '../protocol/chat';
import type { ErrorCode } from '../protocol/errors';
import type {
  ConversationItem,
  JoinAsk,
  LinkFault,
  LinkView,
  Refusal,
  TransferAsk,
  VerifiedPerson,
} from './conversation';

/** What the worker asks the page to do at the relay; the page answers each with `relay-outcome`. */
export type VisitorRelayEvent =
  | 'link:open'
  | 'frame'
  | 'transfer:complete'
  | 'transfer:refuse'
  | 'consult:complete'
  | 'consult:end';

/** Of these, what is about the members of the chat. */
export type MemberEvent = Exclude<VisitorRelayEvent, 'link:open' | 'frame'>;

/** Whom the visitor has let in beside the counsellor. */
export type KeptJoin = {
  /** The counsellor who asked: beside nobody else. */
  readonly by: StaffId;
  readonly staffId: StaffId;
  readonly role: VerifiedPerson['role'];
  readonly choice: JoinChoice;
  /** What that person was not to see, by author, up to which number. */
  readonly upTo: Readonly<Record<string, number>>;
};

/** The one entry of sessionStorage, as JSON. Removed by quick exit and by the chat's end. */
export type KeptEntry = {
  readonly chat: ChatId;
  /** The highest epoch this client used. */
  readonly epoch: number;
  /** Seed of the chat key, base64url. */
  readonly seed: string;
  readonly joined?: KeptJoin | null;
  /** Put there by the page; the worker never sees it. */
  readonly capability?: string;
};

/** Page to worker. */
export type ToVisitorWorker =
  | {
      readonly type: 'begin';
      readonly chat: ChatId;
      /** Pinned root keys, base64url; from the embed line, else from the server (then `pinned` is false in the interface). */
      readonly roots: readonly string[];
      readonly organisation: string;
      /** Set when the page came back after a reload. */
      readonly kept: KeptEntry | null;
    }
  /** Signed lists of withdrawn certificates, base64url; also before `begin`, and again whenever there are newer ones. */
  | { readonly type: 'revocations'; readonly lists: readonly string[] }
  | { readonly type: 'view'; readonly view: VisitorView }
  | { readonly type: 'frame'; readonly frame: string }
  | { readonly type: 'relay-outcome'; readonly token: number; readonly error: ErrorCode | null }
  /** The connection was lost or is back; nothing is given up because of it. */
  | { readonly type: 'connection'; readonly up: boolean }
  | { readonly type: 'send'; readonly text: string }
  /** Mends a failed message; it may get another place and id. */
  | { readonly type: 'send-again'; readonly id: string }
  /** The person was told of a broken link and wants it tried once more. */
  | { readonly type: 'link-again' }
  | { readonly type: 'typing'; readonly on: boolean }
  /**
   * Answer to the counsellor's ask to hand over (null: stay) or to let somebody join (null: nobody), or, when a
   * counsellor was lost, what the next may see.
   */
  | { readonly type: 'share'; readonly staffId: StaffId; readonly choice: ShareChoice | null }
  /** Who has joined is to leave. */
  | { readonly type: 'send-out' }
  /** Tells the counsellor inside the encryption that the chat ends; the worker answers `ended`. */
  | { readonly type: 'end' };

export type VisitorState = {
  /** The counsellor this client is linked with or links with now. */
  readonly counsellor: VerifiedPerson | null;
  readonly link: LinkView | null;
  readonly counsellorTyping: boolean;
  /** After a reload, until the counsellor's client has sent the history back. */
  readonly restoring: boolean;
  /** The counsellor asks to hand over; unanswered. */
  readonly ask: TransferAsk | null;
  /** The choice was made and the colleague's link is being made. */
  readonly handingOver: TransferAsk | null;
  /** Why the colleague could not be linked; the chat stayed with the counsellor. */
  readonly handOverFault: LinkFault | null;
  /** A new counsellor took a chat that has history: what may she see? Nothing is shared before the answer. */
  readonly shareWith: VerifiedPerson | null;
  /** The counsellor asks whether this person may join; unanswered. */
  readonly joinAsk: JoinAsk | null;
  /** Who was let in beside the counsellor, until they are out again; `here` once a link was made. */
  readonly joined: (VerifiedPerson & { readonly here: boolean }) | null;
  /** Why the person could not join, or had to leave. */
  readonly joinFault: LinkFault | null;
};

/** Worker to page. */
export type FromVisitorWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'relay';
      readonly token: number;
      readonly event: VisitorRelayEvent;
      readonly payload: unknown;
    }
  /** The whole conversation in display order, sent again when anything of it changed. */
  | { readonly type: 'items'; readonly items: readonly ConversationItem[] }
  | { readonly type: 'state'; readonly state: VisitorState }
  | { readonly type: 'keep'; readonly entry: KeptEntry }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** The counsellor was told of the end, or could not be: the page may leave. */
  | { readonly type: 'ended' }
  /** The worker itself failed (no WebAssembly, out of memory): nothing can be sent. */
  | { readonly type: 'failed'; readonly reason: 'no-crypto' | 'internal' };
