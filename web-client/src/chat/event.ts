import type { FromVisitorWorker } from '@haven/shared/endpoint/visitor-worker';
import type { Answers, VisitorView } from '@haven/shared/protocol/chat';
import type { ShareChoice } from '@haven/shared/protocol/content';
import type { ErrorCode, Remedy } from '@haven/shared/protocol/errors';
import type { DeskStatusBody } from '@haven/shared/protocol/http';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Survey } from '@haven/shared/protocol/survey';

/** What the visitor does. */
export type VisitorEvent =
  | { readonly type: 'start' }
  | { readonly type: 'back' }
  | { readonly type: 'answer'; readonly answers: Partial<Answers> }
  | { readonly type: 'enter' }
  /** After the relay refused the chat or could not be reached. */
  | { readonly type: 'try-again' }
  /** Look again whether somebody is there. */
  | { readonly type: 'look-again' }
  | { readonly type: 'write'; readonly draft: string }
  | { readonly type: 'send' }
  | { readonly type: 'send-again'; readonly id: string }
  /** Try a broken link once more. */
  | { readonly type: 'link-again' }
  /** What somebody may see; null: stay with the present counsellor, or let nobody join. */
  | { readonly type: 'share'; readonly choice: ShareChoice | null }
  /** Who has joined is to leave. */
  | { readonly type: 'send-out' }
  | { readonly type: 'still-here' }
  | { readonly type: 'end' }
  | { readonly type: 'survey'; readonly survey: Partial<Survey> }
  | { readonly type: 'survey-done' }
  | { readonly type: 'prefer'; readonly showTyping?: boolean; readonly sound?: boolean };

/** What the world reports. */
export type WorldEvent =
  | { readonly type: 'organisation'; readonly organisation: Organisation }
  | { readonly type: 'status'; readonly open: boolean; readonly closed: DeskStatusBody['closed'] }
  | { readonly type: 'connection'; readonly up: boolean }
  /** The first one says that the queue was joined, or that the chat is back. */
  | { readonly type: 'view'; readonly view: VisitorView; readonly capability: string }
  | { readonly type: 'refused'; readonly error: ErrorCode; readonly remedy: Remedy }
  | { readonly type: 'worker'; readonly message: Exclude<FromVisitorWorker, { type: 'relay' }> }
  | { readonly type: 'tick' };

export type ChatEvent = VisitorEvent | WorldEvent;
