import { LIMITS } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import { closedFor } from './closed';
import { arrived, enter, organisationKnown, refused, startedAnew } from './before';
import { connected, ticked } from './clock';
import { fromWorker, viewed } from './during';
import { go, type Step, stay } from './effect';
import { answerSurvey, leave } from './ending';
import type { ChatEvent } from './event';
import { awake } from './silence';
import type { ChatState } from './state';
import { send, share, stopTyping, write } from './talk';

/** The visitor's side of a chat: what is, and something that happened, gives what is then and what is to be done. */
export function step(state: ChatState, event: ChatEvent, now: Instant): Step {
  switch (event.type) {
    case 'start':
      return start(state, now);
    case 'back':
      return state.stage.name === 'questions' ? stay(startedAnew(state, now, false)) : stay(state);
    case 'answer':
      return answer(state, event.answers);
    case 'enter':
      return state.stage.name === 'questions' ? enter(state, now) : stay(state);
    case 'try-again':
      return state.stage.name === 'entering' && state.stage.refused
        ? enter(state, now)
        : go(state, { type: 'look' }, { type: 'reconnect' });
    case 'look-again':
      return state.stage.name === 'nobody' && state.stage.blocked
        ? enter(state, now)
        : go(state, { type: 'look' });
    case 'write':
      return write(state, event.draft, now);
    case 'send':
      return send(state, now);
    case 'send-again':
      return state.stage.name === 'chatting'
        ? go({ ...state, silence: awake(now) }, { type: 'to-worker', message: event })
        : stay(state);
    case 'send-out':
    case 'link-again':
      return state.stage.name === 'chatting' ? go(state, { type: 'to-worker', message: event }) : stay(state);
    case 'share':
      return share(state, event.choice, now);
    case 'still-here':
      return stay({ ...state, silence: awake(now) });
    case 'end':
      return leave(state, 'visitor-closed', now);
    case 'survey':
      return stay({ ...state, survey: { ...state.survey, ...event.survey } });
    case 'survey-done':
      return answerSurvey(state);
    case 'prefer':
      return prefer(state, event);
    case 'organisation':
      return organisationKnown(state, event.organisation);
    case 'status':
      return status(state, event);
    case 'connection':
      return connected(state, event.up, now);
    case 'view':
      return state.stage.name === 'entering' || state.stage.name === 'resuming'
        ? arrived(state, event.view, event.capability, now)
        : viewed(state, event.view, event.capability, now);
    case 'refused':
      return refused(state, event, now);
    case 'worker':
      return fromWorker(state, event.message, now);
    case 'tick':
      return ticked(state, now);
  }
}

function start(state: ChatState, now: Instant): Step {
  const { name } = state.stage;
  if (name === 'ended') return stay({ ...startedAnew(state, now, false), stage: { name: 'questions' } });
  if (name !== 'safe') return stay(state);
  if (state.open !== false) return stay({ ...state, stage: { name: 'questions' } });
  // Told at once rather than after a page of questions; and asked again, as reading takes a while.
  return go({ ...state, stage: { name: 'nobody', blocked: false, looked: now } }, { type: 'look' });
}

function answer(state: ChatState, given: Extract<ChatEvent, { type: 'answer' }>['answers']): Step {
  const answers = { ...state.answers, ...given };
  return stay({ ...state, answers: { ...answers, topics: answers.topics.slice(0, LIMITS.topics) } });
}

function status(state: ChatState, { open, closed }: Extract<ChatEvent, { type: 'status' }>): Step {
  const next: ChatState = { ...state, open, closed };
  const { stage } = state;
  // Somebody is there, but not for a visitor whose desk has closed: who was just turned away would be so again.
  const opened = stage.name === 'nobody' && !stage.blocked && open && closedFor(next) === null;
  return stay(opened ? { ...next, stage: { name: 'questions' } } : next);
}

function prefer(state: ChatState, wanted: Extract<ChatEvent, { type: 'prefer' }>): Step {
  const showTyping = wanted.showTyping ?? state.showTyping;
  const next: ChatState = { ...state, showTyping, sound: wanted.sound ?? state.sound };
  return showTyping ? stay(next) : go({ ...next, typingSince: null }, ...stopTyping(state));
}
