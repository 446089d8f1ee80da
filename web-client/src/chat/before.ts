import type { KeptEntry } from '@haven/shared/endpoint/visitor-worker';
import type { ChatId } from '@haven/shared/ids';
import type { Answers, VisitorView } from '@haven/shared/protocol/chat';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';
import { type Effect, go, type Step, stay } from './effect';
import { ended } from './ending';
import type { WorldEvent } from './event';
import { type ChatState, initialState, type Preset } from './state';

/** The roots to believe: those pinned outside the server, else those the server names. */
const rootsOf = (state: ChatState, organisation: Organisation): readonly string[] =>
  state.pinnedRoots.length > 0 ? state.pinnedRoots : organisation.roots;

function begin(state: ChatState, organisation: Organisation, chat: ChatId, kept: KeptEntry | null): Effect {
  const roots = rootsOf(state, organisation);
  return { type: 'to-worker', message: { type: 'begin', chat, roots, organisation: organisation.id, kept } };
}

/** Without the organisation nothing can be verified, so nothing is asked of the relay before it is known. */
function connect(state: ChatState, organisation: Organisation): Step {
  const { stage } = state;
  if (stage.name === 'entering') {
    return go(state, { type: 'start-worker' }, { type: 'enter', answers: state.answers });
  }
  if (stage.name === 'resuming' && state.capability !== null) {
    return go(state, { type: 'start-worker' }, begin(state, organisation, stage.kept.chat, stage.kept), {
      type: 'resume',
      capability: state.capability,
    });
  }
  return stay(state);
}

/** The region that the embed line names, or the only one of the desk that it names. */
function presetRegion({ region, desk }: Preset, { regions, desks }: Organisation): Answers['region'] {
  const named = regions.find(({ id }) => id === region)?.id;
  const [only, ...others] = desks.find(({ id }) => id === desk)?.regions ?? [];
  return named ?? (others.length === 0 ? (only ?? null) : null);
}

export function organisationKnown(state: ChatState, organisation: Organisation): Step {
  const region = state.answers.region ?? presetRegion(state.preset, organisation);
  const next: ChatState = { ...state, organisation, answers: { ...state.answers, region } };
  // A second answer, after a retry that was slow, must not enter twice.
  return state.organisation === null ? connect(next, organisation) : stay(next);
}

export function enter(state: ChatState, now: Instant): Step {
  const connection = { up: false, since: now, trouble: 'none' } as const;
  const next: ChatState = { ...state, stage: { name: 'entering', refused: false }, connection };
  return next.organisation === null ? stay(next) : connect(next, next.organisation);
}

/** The first view: the queue was joined, or the chat of before the reload is back. */
export function arrived(state: ChatState, view: VisitorView, capability: string, now: Instant): Step {
  const { stage, organisation, entry } = state;
  if (organisation === null || (stage.name !== 'entering' && stage.name !== 'resuming')) return stay(state);
  const next: ChatState = { ...state, stage: { name: 'chatting', view }, capability };
  if (view.phase === 'ended') return ended(next, view.endReason ?? 'lost', now);
  const effects: Effect[] = [{ type: 'to-worker', message: { type: 'view', view } }];
  if (stage.name === 'entering') effects.unshift(begin(state, organisation, view.chat, null));
  if (entry !== null) effects.push({ type: 'keep', entry: { ...entry, capability } });
  if (view.phase === 'waiting' || view.phase === 'offered') effects.push({ type: 'prove' });
  return go(next, ...effects);
}

type Refused = Extract<WorldEvent, { type: 'refused' }>;

/** The relay answered with an error that trying again by itself will not mend. */
export function refused(state: ChatState, { error, remedy }: Refused, now: Instant): Step {
  const { name } = state.stage;
  if (name === 'entering') {
    if (error === 'blocked') {
      return go({ ...state, stage: { name: 'nobody', blocked: true, looked: now } }, { type: 'stop-worker' });
    }
    if (error !== 'turned-away') {
      return go({ ...state, stage: { name: 'entering', refused: true } }, { type: 'stop-worker' });
    }
    // The desk may say why.
    const next: ChatState = { ...state, stage: { name: 'nobody', blocked: false, looked: now }, open: false };
    return go(next, { type: 'stop-worker' }, { type: 'look' });
  }
  if (name === 'resuming' || name === 'chatting') {
    if (remedy === 'retry') return stay(state);
    if (error === 'chat-ended') return ended(state, 'lost', now);
    return go(startedAnew(state, now, true), { type: 'stop-worker' }, { type: 'forget' });
  }
  return stay(state);
}

/** The first screen again, with everything of the chat before gone. */
export function startedAnew(state: ChatState, now: Instant, earlierGone: boolean): ChatState {
  const { organisation, open, closed, pinnedRoots, preset, connection, sound, showTyping } = state;
  const { language, region } = state.answers;
  const fresh = initialState({ now, language, preset, pinnedRoots, kept: null });
  const answers = { ...fresh.answers, region };
  const stage = { name: 'safe', earlierGone } as const;
  return { ...fresh, organisation, open, closed, connection, sound, showTyping, answers, stage };
}
