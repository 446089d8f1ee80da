import type { FromVisitorWorker } from '@haven/shared/endpoint/visitor-worker';
import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import type { VisitorView } from '@haven/shared/protocol/chat';
import type { Instant } from '@haven/shared/units';
import { type Effect, go, type Step, stay } from './effect';
import { ended, left } from './ending';
import { awake, theirTurn } from './silence';
import type { ChatState } from './state';
import { givenBack } from './talk';

export function viewed(state: ChatState, view: VisitorView, capability: string, now: Instant): Step {
  const { stage } = state;
  if (stage.name !== 'chatting' && stage.name !== 'closing') return stay(state);
  const toWorker: Effect = { type: 'to-worker', message: { type: 'view', view } };
  if (view.phase === 'ended') {
    const over = ended(state, view.endReason ?? 'lost', now);
    return go(over.state, toWorker, ...over.effects);
  }
  if (stage.name === 'closing') return stay(state);
  const next: ChatState = { ...state, stage: { name: 'chatting', view }, capability };
  const keep = state.entry !== null && capability !== state.capability;
  return go(next, toWorker, ...(keep ? [kept(next)] : []));
}

/** The one entry of sessionStorage is the worker's part and the capability together. */
function kept({ entry, capability }: ChatState): Effect {
  if (entry === null || capability === null) return { type: 'forget' };
  return { type: 'keep', entry: { ...entry, capability } };
}

export function fromWorker(
  state: ChatState,
  message: Exclude<FromVisitorWorker, { type: 'relay' }>,
  now: Instant,
): Step {
  switch (message.type) {
    case 'ready':
      return stay(state);
    case 'items':
      return conversation(state, message.items, now);
    case 'state':
      return encryption(state, message.state, now);
    case 'keep': {
      if (state.stage.name !== 'chatting') return stay(state);
      const next = { ...state, entry: message.entry };
      return go(next, kept(next));
    }
    case 'refused':
      return givenBack(state, message.refusal.text);
    case 'ended':
      if (state.stage.name === 'closing') return left(state, state.stage.reason, now);
      return stay(state);
    case 'failed':
      return go(
        { ...state, stage: { name: 'failed', reason: message.reason } },
        { type: 'stop-worker' },
        { type: 'forget' },
      );
  }
}

const talking = ({ stage }: ChatState): boolean =>
  stage.name === 'chatting' || stage.name === 'closing' || stage.name === 'ended';

function conversation(state: ChatState, items: readonly ConversationItem[], now: Instant): Step {
  if (!talking(state)) return stay(state);
  const known = new Set(state.items.map(({ id }) => id));
  const heard = items.some(({ id, author }) => author !== 'visitor' && !known.has(id));
  const silence = heard ? theirTurn(state.silence, now) : state.silence;
  const next: ChatState = { ...state, items, silence };
  const news = heard && !state.restoring && state.stage.name === 'chatting';
  return news ? go(next, { type: 'attention', sound: state.sound }) : stay(next);
}

function encryption(state: ChatState, told: NonNullable<ChatState['encryption']>, now: Instant): Step {
  if (!talking(state)) return stay(state);
  const wasWith = state.talkedWith;
  const secure = told.link?.state === 'secure';
  const person = secure ? told.counsellor : null;
  const talkedWith = person?.displayName ?? wasWith;
  // Names from certificates only: of the counsellor, and of who has joined.
  const here = told.joined?.here ? [told.joined] : [];
  const named = [...(person === null ? [] : [person]), ...here];
  const names = { ...state.names, ...Object.fromEntries(named.map((one) => [one.staffId, one.displayName])) };
  const arrived = secure && state.encryption?.link?.state !== 'secure';
  // Nobody is asked about a silence that passed while there was nobody to write to.
  const silence = arrived ? awake(now) : state.silence;
  const { restoring } = told;
  const next: ChatState = { ...state, encryption: told, names, talkedWith, silence, restoring };
  const someoneNew = arrived && talkedWith !== wasWith && !state.restoring;
  return someoneNew ? go(next, { type: 'attention', sound: state.sound }) : stay(next);
}
