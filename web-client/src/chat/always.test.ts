import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Effect } from './effect';
import type { ChatEvent } from './event';
import { screenOf } from './screen';
import type { ChatState } from './state';
import { canSend } from './talk';
import {
  ANNA,
  BILAL,
  CHAT,
  encrypted,
  kept,
  link,
  ORGANISATION,
  said,
  talkingView,
  view,
  visit,
} from './testing/facts';

const bilal = { staffId: BILAL, displayName: 'Bilal', role: 'counsellor' } as const;
const ask = { staffId: BILAL, displayName: 'Bilal', deskName: 'Amsterdam', summary: null };

const EVENTS: readonly ChatEvent[] = [
  { type: 'start' },
  { type: 'back' },
  { type: 'answer', answers: { forWhom: 'myself' } },
  { type: 'enter' },
  { type: 'try-again' },
  { type: 'look-again' },
  { type: 'write', draft: 'geheim' },
  { type: 'send' },
  { type: 'send-again', id: 'visitor:1' },
  { type: 'link-again' },
  { type: 'share', choice: 'conversation' },
  { type: 'still-here' },
  { type: 'end' },
  { type: 'survey', survey: { helped: 'yes' } },
  { type: 'survey-done' },
  { type: 'prefer', showTyping: true },
  { type: 'organisation', organisation: ORGANISATION },
  { type: 'status', open: true, closed: [] },
  { type: 'status', open: false, closed: [] },
  { type: 'connection', up: true },
  { type: 'connection', up: false },
  { type: 'view', view: view(), capability: 'c1' },
  { type: 'view', view: talkingView(), capability: 'c2' },
  { type: 'view', view: view({ returning: true }), capability: 'c3' },
  { type: 'view', view: talkingView({ phase: 'ended', endReason: 'counsellor-closed' }), capability: 'c4' },
  { type: 'refused', error: 'turned-away', remedy: 'give-up' },
  { type: 'refused', error: 'unavailable', remedy: 'retry' },
  { type: 'refused', error: 'bad-capability', remedy: 'give-up' },
  { type: 'worker', message: { type: 'ready' } },
  { type: 'worker', message: { type: 'items', items: [said(ANNA, 1, 'Dag')] } },
  { type: 'worker', message: { type: 'state', state: encrypted() } },
  { type: 'worker', message: { type: 'state', state: encrypted({ ask }) } },
  { type: 'worker', message: { type: 'state', state: encrypted({ counsellor: bilal, shareWith: bilal }) } },
  {
    type: 'worker',
    message: { type: 'state', state: encrypted({ link: link({ state: 'broken', fault: 'other-person' }) }) },
  },
  { type: 'worker', message: { type: 'keep', entry: { chat: CHAT, epoch: 2, seed: 'c2VlZA' } } },
  { type: 'worker', message: { type: 'ended' } },
  { type: 'worker', message: { type: 'failed', reason: 'internal' } },
  { type: 'tick' },
];

const moment = fc.record({
  event: fc.constantFrom(...EVENTS),
  /** Seconds before it happens. */
  after: fc.oneof({ weight: 5, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(1_000) }),
});
const story = fc.record({ reloaded: fc.boolean(), moments: fc.array(moment, { maxLength: 60 }) });

type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

const sends = (effect: Effect) => effect.type === 'to-worker' && effect.message.type === 'send';

/** Plays a story and asks a question after each of its moments. */
function plays(
  { reloaded, moments }: Story,
  holds: (before: ChatState, effects: readonly Effect[], after: ChatState, event: ChatEvent) => boolean,
): boolean {
  const noor = visit({ kept: reloaded ? kept() : null });
  return moments.every(({ event, after }) => {
    noor.clock.now += after * 1_000;
    const before = noor.state;
    const effects = noor.happens(event);
    return holds(before, effects, noor.state, event);
  });
}

describe('Whatever happens, in whatever order', () => {
  it('a text goes to the worker only while there is somebody nobody doubts, and never twice', () => {
    fc.assert(
      fc.property(story, (told) =>
        plays(told, (before, effects, after) => {
          const times = effects.filter(sends).length;
          const allowed = canSend(before) && screenOf(before) === 'conversation' && after.draft === '';
          return times === 0 || (times === 1 && allowed);
        }),
      ),
    );
  });

  it('no draft is lost but by sending it or by starting anew', () => {
    fc.assert(
      fc.property(story, (told) =>
        plays(told, (before, effects, after, event) => {
          const anew = after.stage.name === 'safe' || after.stage.name === 'questions';
          return event.type === 'write' || effects.some(sends) || anew || after.draft === before.draft;
        }),
      ),
    );
  });

  it('the entry in the tab is there only while a chat is on', () => {
    fc.assert(
      fc.property(story, (told) => {
        let stored = told.reloaded;
        return plays(told, (_, effects, after) => {
          for (const { type } of effects) {
            if (type === 'keep') stored = true;
            if (type === 'forget') stored = false;
          }
          return !stored || after.stage.name === 'chatting' || after.stage.name === 'resuming';
        });
      }),
    );
  });

  it('time alone changes nothing in a state that waits for nothing', () => {
    fc.assert(
      fc.property(story, ({ moments }) => {
        const noor = visit();
        for (const { event } of moments) noor.happens(event);
        noor.passes(20 * 60_000);
        const { state } = noor;
        noor.happens({ type: 'tick' });
        const asks = state.stage.name === 'chatting' && state.silence.turnSince !== null;
        return asks || noor.state === state;
      }),
      { numRuns: 50 },
    );
  });
});
