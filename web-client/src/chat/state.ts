import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { KeptEntry, VisitorState } from '@haven/shared/endpoint/visitor-worker';
import type { Answers, EndReason, VisitorView } from '@haven/shared/protocol/chat';
import type { DeskStatusBody } from '@haven/shared/protocol/http';
import type { Language, Organisation } from '@haven/shared/protocol/organisation';
import type { Survey } from '@haven/shared/protocol/survey';
import type { Instant } from '@haven/shared/units';
import type { Silence } from './silence';

/** Why the visitor's own side ends a chat; the quick exit does not pass through here. */
export type LeaveReason = 'visitor-closed' | 'silence';

/** Where the visitor is. Everything before `chatting` holds no word of the visitor. */
export type Stage =
  | { readonly name: 'safe'; readonly earlierGone: boolean }
  | { readonly name: 'questions' }
  /** `refused`: the relay did not take the chat, for a reason that may pass. */
  | { readonly name: 'entering'; readonly refused: boolean }
  | { readonly name: 'resuming'; readonly kept: KeptEntry }
  /** From the queue to the last word: what exactly, the view and the encryption tell. */
  | { readonly name: 'chatting'; readonly view: VisitorView }
  /** The counsellor is being told, inside the encryption, that the chat ends. */
  | { readonly name: 'closing'; readonly reason: LeaveReason; readonly since: Instant }
  /** `still`: what of the chat is kept running for its last words, and then for the two questions. */
  | {
      readonly name: 'ended';
      readonly reason: EndReason;
      readonly since: Instant;
      readonly still: 'worker' | 'relay' | 'nothing';
    }
  /** `blocked`: of this network; somebody may well be on duty. `looked`: when it was last asked whether somebody is. */
  | { readonly name: 'nobody'; readonly blocked: boolean; readonly looked: Instant }
  | { readonly name: 'failed'; readonly reason: 'no-crypto' | 'internal' };

/** `slow`: gone for a moment. `cut`: gone so long that the telephone is worth naming. */
export type Trouble = 'none' | 'slow' | 'cut';

export type Connection = {
  readonly up: boolean;
  readonly since: Instant;
  readonly trouble: Trouble;
};

/** What the embed line says of where its visitors belong; the organisation decides what it means. */
export type Preset = { readonly region: string | null; readonly desk: string | null };

export type ChatState = {
  readonly stage: Stage;
  readonly organisation: Organisation | null;
  /** Whether somebody is on duty, as last asked; null while unknown. */
  readonly open: boolean | null;
  /** What those desks say that take no chats, as last asked. */
  readonly closed: DeskStatusBody['closed'];
  /** Root keys from the embed line. Empty: those that the server names are used, and the visitor is told. */
  readonly pinnedRoots: readonly string[];
  readonly preset: Preset;
  readonly answers: Answers;
  /** What is being written. It survives every change of stage until it is sent. */
  readonly draft: string;
  readonly items: readonly ConversationItem[];
  readonly encryption: VisitorState | null;
  readonly connection: Connection;
  readonly entry: KeptEntry | null;
  readonly capability: string | null;
  readonly silence: Silence;
  /** Last stroke while the counsellor is shown that the visitor types; null when not shown. */
  readonly typingSince: Instant | null;
  readonly showTyping: boolean;
  readonly sound: boolean;
  /** True from a reload until the counsellor's client has sent the conversation back. */
  readonly restoring: boolean;
  /** Names of all counsellors there was a secure link with, by staff identifier, from their certificates. */
  readonly names: Readonly<Record<string, string>>;
  /** The name of the last counsellor there was a secure link with. */
  readonly talkedWith: string | null;
  readonly survey: Survey;
  readonly surveySent: boolean;
};

export type Beginning = {
  readonly now: Instant;
  readonly language: Language;
  readonly preset: Preset;
  readonly pinnedRoots: readonly string[];
  /** What `sessionStorage` held when the page loaded. */
  readonly kept: KeptEntry | null;
};

const NO_ANSWERS: Survey = { helped: null, safer: null };

export function initialState({ now, language, preset, pinnedRoots, kept }: Beginning): ChatState {
  const resumable = kept?.capability !== undefined;
  return {
    stage: resumable ? { name: 'resuming', kept } : { name: 'safe', earlierGone: false },
    organisation: null,
    open: null,
    closed: [],
    pinnedRoots,
    preset,
    answers: { region: null, language, forWhom: null, topics: [] },
    draft: '',
    items: [],
    encryption: null,
    connection: { up: false, since: now, trouble: 'none' },
    entry: resumable ? kept : null,
    capability: kept?.capability ?? null,
    silence: { turnSince: null, asked: 0, askedAt: now },
    typingSince: null,
    showTyping: false,
    sound: false,
    restoring: resumable,
    names: {},
    talkedWith: null,
    survey: NO_ANSWERS,
    surveySent: false,
  };
}
