import type { KeptEntry, ToVisitorWorker } from '@haven/shared/endpoint/visitor-worker';
import type { Answers } from '@haven/shared/protocol/chat';
import type { Survey } from '@haven/shared/protocol/survey';
import type { ChatState, LeaveReason } from './state';

/** What the page is to do; none of it tells the state machine more than an event later on. */
export type Effect =
  | { readonly type: 'look' }
  | { readonly type: 'start-worker' }
  | { readonly type: 'to-worker'; readonly message: ToVisitorWorker }
  /** Ends the worker, which is the wipe of keys and texts. */
  | { readonly type: 'stop-worker' }
  | { readonly type: 'enter'; readonly answers: Answers }
  | { readonly type: 'resume'; readonly capability: string }
  /** A new connection now, rather than when the old one is given up. */
  | { readonly type: 'reconnect' }
  | { readonly type: 'leave'; readonly reason: LeaveReason }
  /** Does the proof of work, in the background. */
  | { readonly type: 'prove' }
  /** Nothing more is to be said to the relay. */
  | { readonly type: 'hang-up' }
  | { readonly type: 'answer-survey'; readonly survey: Survey }
  | { readonly type: 'keep'; readonly entry: KeptEntry }
  | { readonly type: 'forget' }
  /** A counsellor came or wrote: worth a sound or a mark, where the visitor wants one. */
  | { readonly type: 'attention'; readonly sound: boolean };

export type Step = { readonly state: ChatState; readonly effects: readonly Effect[] };

export const stay = (state: ChatState): Step => ({ state, effects: [] });
export const go = (state: ChatState, ...effects: readonly Effect[]): Step => ({ state, effects });
