import { TIMING } from '@haven/shared/protocol/limits';
import { minutes } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { FAREWELL } from './ending';
import { ANNA, encrypted, inQueue, link, said, talkingView, withAnna } from './testing/facts';

const [FIRST, SECOND, LAST] = TIMING.silence;

describe('Noor stops', () => {
  it('tells Anna inside the encryption before she leaves', () => {
    const noor = withAnna();
    expect(noor.happens({ type: 'end' })).toEqual([
      { type: 'to-worker', message: { type: 'end' } },
      { type: 'forget' },
    ]);
    expect(noor.worker({ type: 'ended' })).toEqual([
      { type: 'leave', reason: 'visitor-closed' },
      { type: 'stop-worker' },
      { type: 'forget' },
    ]);
    expect(noor.state.stage).toMatchObject({ name: 'ended', reason: 'visitor-closed' });
  });

  it('leaves all the same when Anna’s computer does not answer', () => {
    const noor = withAnna();
    noor.happens({ type: 'end' });
    expect(noor.passes(FAREWELL).map(({ type }) => type)).toEqual(['leave', 'stop-worker', 'forget']);
  });

  it('does not wait for a link that is not there', () => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ link: link({ state: 'linking' }) }) });
    expect(noor.happens({ type: 'end' })[0]).toEqual({ type: 'leave', reason: 'visitor-closed' });
  });
});

describe('Anna closes the chat', () => {
  const closed = () => {
    const noor = withAnna();
    const over = talkingView({ version: 9, phase: 'ended', endReason: 'counsellor-closed' });
    const effects = noor.happens({ type: 'view', view: over, capability: 'c' });
    return { noor, effects };
  };

  it('and her last words still arrive before the keys are wiped', () => {
    const { noor, effects } = closed();
    expect(effects.map(({ type }) => type)).toEqual(['to-worker', 'forget']);
    noor.worker({ type: 'items', items: [said(ANNA, 1, 'Sterkte. Je kunt altijd terugkomen.')] });
    expect(noor.state.items).toHaveLength(1);
    expect(noor.passes(FAREWELL)).toEqual([{ type: 'stop-worker' }]);
    expect(noor.passes(minutes(1))).toEqual([]);
  });

  it('and Noor answers two questions, once, or one of them, or none', () => {
    const { noor } = closed();
    expect(noor.happens({ type: 'survey-done' })).toEqual([]);
    noor.happens({ type: 'survey', survey: { safer: 'somewhat' } });
    expect(noor.happens({ type: 'survey-done' })).toEqual([
      { type: 'answer-survey', survey: { helped: null, safer: 'somewhat' } },
    ]);
    expect(noor.happens({ type: 'survey-done' })).toEqual([]);
  });

  it('and the connection is given up once nobody would take the answers any more', () => {
    const { noor } = closed();
    expect(noor.passes(TIMING.retention)).toContainEqual({ type: 'hang-up' });
    expect(noor.passes(minutes(5))).toEqual([]);
  });

  it('and Noor can start anew, with nothing left of the chat before', () => {
    const { noor } = closed();
    noor.happens({ type: 'start' });
    expect(noor.state).toMatchObject({
      stage: { name: 'questions' },
      items: [],
      draft: '',
      talkedWith: null,
      names: {},
      entry: null,
      surveySent: false,
    });
  });
});

describe('Noor is silent', () => {
  it('is asked twice, gently, and then the chat closes', () => {
    const noor = withAnna();
    noor.passes(FIRST - 1_000);
    expect(noor.state.silence.asked).toBe(0);
    noor.passes(1_000);
    expect(noor.state.silence.asked).toBe(1);
    noor.passes(SECOND - FIRST);
    expect(noor.state.silence.asked).toBe(2);
    expect(noor.passes(LAST - SECOND)).toContainEqual({ type: 'to-worker', message: { type: 'end' } });
    expect(noor.state.stage).toMatchObject({ name: 'closing', reason: 'silence' });
    expect(noor.worker({ type: 'ended' })).toContainEqual({ type: 'leave', reason: 'silence' });
  });

  it('and one tap is enough to be there again', () => {
    const noor = withAnna();
    noor.passes(SECOND);
    noor.happens({ type: 'still-here' });
    expect(noor.state.silence.asked).toBe(0);
    noor.passes(FIRST - 1_000);
    expect(noor.state.silence.asked).toBe(0);
  });

  it('is not asked while it is Anna who is to answer', () => {
    const noor = withAnna();
    noor.happens({ type: 'write', draft: 'Wat moet ik doen?' });
    noor.happens({ type: 'send' });
    noor.passes(minutes(30));
    expect(noor.state.silence.asked).toBe(0);
    noor.worker({ type: 'items', items: [said(ANNA, 1, 'Sorry dat het zo lang duurde.')] });
    noor.passes(FIRST);
    expect(noor.state.silence.asked).toBe(1);
  });

  it('is asked before anything else after her phone slept through it all', () => {
    const noor = withAnna();
    noor.clock.now += minutes(60);
    noor.happens({ type: 'tick' });
    expect(noor.state.silence.asked).toBe(1);
    noor.passes(SECOND - FIRST - 1_000);
    expect(noor.state.stage.name).toBe('chatting');
  });

  it('is never closed out while waiting, however long that takes', () => {
    const noor = inQueue();
    noor.passes(minutes(45));
    expect(noor.state.stage.name).toBe('chatting');
    expect(noor.state.silence.asked).toBe(0);
  });
});
