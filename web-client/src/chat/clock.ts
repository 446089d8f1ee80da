import { seconds, type Instant } from '@haven/shared/units';
import { go, type Step, stay } from './effect';
import { FAREWELL, fading, leave, left } from './ending';
import { askedOnceMore, askNow } from './silence';
import type { ChatState, Connection, Trouble } from './state';
import { stopTyping, TYPING_RESTS } from './talk';

/** A connection that is back within this is nobody's business. */
const SLOW_AFTER = seconds(3);
const CUT_AFTER = seconds(20);
/** Whoever was turned away is let in soon after somebody comes, without having to ask. */
const LOOK_AGAIN = seconds(15);

function troubleOf({ up, since }: Connection, now: Instant): Trouble {
  if (up) return 'none';
  if (now - since >= CUT_AFTER) return 'cut';
  return now - since >= SLOW_AFTER ? 'slow' : 'none';
}

export function connected(state: ChatState, up: boolean, now: Instant): Step {
  const { connection, stage } = state;
  if (connection.up === up) return stay(state);
  const next: ChatState = { ...state, connection: { up, since: now, trouble: 'none' } };
  const told = stage.name === 'chatting' || stage.name === 'closing';
  return told ? go(next, { type: 'to-worker', message: { type: 'connection', up } }) : stay(next);
}

/** Called about once a second. Gives back the same state when nothing is due. */
export function ticked(state: ChatState, now: Instant): Step {
  const { stage } = state;
  switch (stage.name) {
    case 'closing':
      return now - stage.since >= FAREWELL ? left(state, stage.reason, now) : stay(state);
    case 'ended':
      return fading(state, now);
    case 'entering':
    case 'resuming':
      return stay(troubled(state, now));
    case 'chatting':
      return inChat(troubled(state, now), now);
    case 'safe':
    case 'questions':
    case 'failed':
      return stay(state);
    case 'nobody':
      return stage.blocked || now - stage.looked < LOOK_AGAIN
        ? stay(state)
        : go({ ...state, stage: { ...stage, looked: now } }, { type: 'look' });
  }
}

function troubled(state: ChatState, now: Instant): ChatState {
  const trouble = troubleOf(state.connection, now);
  if (trouble === state.connection.trouble) return state;
  return { ...state, connection: { ...state.connection, trouble } };
}

function inChat(state: ChatState, now: Instant): Step {
  const rested = state.typingSince !== null && now - state.typingSince >= TYPING_RESTS;
  const current = rested ? { ...state, typingSince: null } : state;
  const effects = rested ? stopTyping(state) : [];
  // Only a visitor to whom somebody listens can be silent.
  const heard = state.encryption?.link?.state === 'secure';
  const asking = heard ? askNow(state.silence, now) : 'nothing';
  if (asking === 'close') return leave(current, 'silence', now);
  if (asking === 'nothing') return go(current, ...effects);
  const silence = askedOnceMore(current.silence, now);
  return go({ ...current, silence }, ...effects, { type: 'attention', sound: state.sound });
}
