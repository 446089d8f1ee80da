import type { EndReason } from '@haven/shared/protocol/chat';
import { TIMING } from '@haven/shared/protocol/limits';
import { seconds, type Instant } from '@haven/shared/units';
import { type Effect, go, type Step, stay } from './effect';
import type { ChatState, LeaveReason } from './state';

/** How long the counsellor's device gets to take the last frame of the visitor, and the other way round. */
export const FAREWELL = seconds(3);

/** The visitor ends the chat, or silence does. */
export function leave(state: ChatState, reason: LeaveReason, now: Instant): Step {
  if (state.stage.name !== 'chatting') return stay(state);
  const secure = state.encryption?.link?.state === 'secure';
  if (!secure) return left(state, reason, now);
  const next: ChatState = { ...state, stage: { name: 'closing', reason, since: now } };
  return go(next, { type: 'to-worker', message: { type: 'end' } }, { type: 'forget' });
}

/** The farewell inside the encryption is done, or was waited for long enough. */
export function left(state: ChatState, reason: LeaveReason, now: Instant): Step {
  const next = over(state, reason, now, 'relay');
  return go(next, { type: 'leave', reason }, { type: 'stop-worker' }, { type: 'forget' });
}

/** The relay says that the chat is over. The worker stays a moment: the last words may still be on their way. */
export function ended(state: ChatState, reason: EndReason, now: Instant): Step {
  const forget: Effect = { type: 'forget' };
  return go(over(state, reason, now, 'worker'), forget);
}

/** What was said stays on this screen, in memory, until the visitor leaves it. */
const over = (state: ChatState, reason: EndReason, since: Instant, still: 'worker' | 'relay'): ChatState => ({
  ...state,
  stage: { name: 'ended', reason, since, still },
  entry: null,
  capability: null,
  typingSince: null,
  restoring: false,
});

/** Time passes at the end: first the worker goes, and once nobody would take the answers any more, the connection. */
export function fading(state: ChatState, now: Instant): Step {
  const { stage } = state;
  if (stage.name !== 'ended') return stay(state);
  const passed = now - stage.since;
  if (stage.still === 'worker' && passed >= FAREWELL) {
    return go({ ...state, stage: { ...stage, still: 'relay' } }, { type: 'stop-worker' });
  }
  if (stage.still === 'relay' && passed >= TIMING.retention) {
    return go({ ...state, stage: { ...stage, still: 'nothing' } }, { type: 'hang-up' });
  }
  return stay(state);
}

export function answerSurvey(state: ChatState): Step {
  const { helped, safer } = state.survey;
  if (state.stage.name !== 'ended' || state.surveySent || (helped === null && safer === null))
    return stay(state);
  return go({ ...state, surveySent: true }, { type: 'answer-survey', survey: state.survey });
}
