import type { StaffId } from '@haven/shared/ids';
import type { ShareChoice } from '@haven/shared/protocol/content';
import { LIMITS } from '@haven/shared/protocol/limits';
import { seconds, type Instant } from '@haven/shared/units';
import { type Effect, go, type Step, stay } from './effect';
import { answered, awake } from './silence';
import type { ChatState } from './state';

/** How long after the last stroke the counsellor is still shown that the visitor types. */
export const TYPING_RESTS = seconds(5);

const typing = (on: boolean): Effect => ({ type: 'to-worker', message: { type: 'typing', on } });

/** There is somebody to write to, and the link is not broken. Linking is enough: the worker holds the text. */
export function canSend({ stage, encryption }: ChatState): boolean {
  if (stage.name !== 'chatting') return false;
  const { phase } = stage.view;
  const link = encryption?.link ?? null;
  return (phase === 'active' || phase === 'transferring') && link !== null && link.state !== 'broken';
}

export function write(state: ChatState, draft: string, now: Instant): Step {
  const next: ChatState = { ...state, draft: draft.slice(0, LIMITS.textCharacters) };
  if (!canSend(state)) return stay(next);
  const silence = state.silence.turnSince === null ? state.silence : awake(now);
  if (!state.showTyping || next.draft === '') return stay({ ...next, silence });
  const shown: ChatState = { ...next, silence, typingSince: now };
  return state.typingSince === null ? go(shown, typing(true)) : stay(shown);
}

export function send(state: ChatState, now: Instant): Step {
  const text = state.draft.trim();
  if (text === '' || !canSend(state)) return stay(state);
  const next: ChatState = { ...state, draft: '', silence: answered(now), typingSince: null };
  return go(next, ...stopTyping(state), { type: 'to-worker', message: { type: 'send', text } });
}

/** A text that the worker did not take comes back to where it was written. */
export function givenBack(state: ChatState, text: string): Step {
  const draft = state.draft === '' ? text : `${text}\n${state.draft}`;
  return stay({ ...state, draft });
}

export const stopTyping = (state: ChatState): readonly Effect[] =>
  state.typingSince === null ? [] : [typing(false)];

/** Whom the open question is about: to whom to hand over, who wants to join, or who took over from a lost counsellor. */
const asker = ({ encryption }: ChatState): StaffId | null =>
  (encryption?.ask ?? encryption?.joinAsk ?? encryption?.shareWith)?.staffId ?? null;

export function share(state: ChatState, choice: ShareChoice | null, now: Instant): Step {
  const staffId = asker(state);
  if (staffId === null) return stay(state);
  const next: ChatState = { ...state, silence: awake(now) };
  return go(next, { type: 'to-worker', message: { type: 'share', staffId, choice } });
}
