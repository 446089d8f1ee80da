import { closedFor } from './closed';
import { describe, expect, it } from 'vitest';
import { screenOf } from './screen';
import { CHAT, inQueue, kept, ORGANISATION, ROOT, talkingView, view, visit } from './testing/facts';

const types = (effects: readonly { readonly type: string }[]) => effects.map(({ type }) => type);

describe('Noor comes in', () => {
  it('is asked nothing that she has to answer, and joins the queue with what she tapped', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    expect(screenOf(noor.state)).toBe('safe');
    noor.happens({ type: 'start' });
    expect(screenOf(noor.state)).toBe('questions');
    noor.happens({ type: 'answer', answers: { topics: ['partner'] } });
    expect(noor.happens({ type: 'enter' })).toEqual([
      { type: 'start-worker' },
      {
        type: 'enter',
        answers: { region: null, language: 'nl', forWhom: null, topics: ['partner'] },
      },
    ]);
    expect(screenOf(noor.state)).toBe('connecting');
  });

  it('names five subjects at most, the first five', () => {
    const noor = visit();
    noor.happens({ type: 'start' });
    noor.happens({
      type: 'answer',
      answers: { topics: ['safety', 'partner', 'children', 'family', 'stalking', 'housing'] },
    });
    expect(noor.state.answers.topics).toEqual(['safety', 'partner', 'children', 'family', 'stalking']);
  });

  it('waits for nothing but the organisation: without it nobody could be verified', () => {
    const noor = visit();
    noor.happens({ type: 'start' });
    expect(noor.happens({ type: 'enter' })).toEqual([]);
    const effects = noor.happens({ type: 'organisation', organisation: ORGANISATION });
    expect(types(effects)).toEqual(['start-worker', 'enter']);
    // A slow second answer does not enter a second time.
    expect(noor.happens({ type: 'organisation', organisation: ORGANISATION })).toEqual([]);
  });

  it('hands the worker the root that the embed line pinned, whatever the server says', () => {
    const noor = visit({ pinnedRoots: ['pinned-elsewhere'] });
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'start' });
    noor.happens({ type: 'enter' });
    const effects = noor.happens({ type: 'view', view: view(), capability: 'c' });
    expect(types(effects)).toEqual(['to-worker', 'to-worker', 'prove']);
    expect(effects[0]).toEqual({
      type: 'to-worker',
      message: {
        type: 'begin',
        chat: CHAT,
        roots: ['pinned-elsewhere'],
        organisation: 'veilige-haven',
        kept: null,
      },
    });
  });

  it('takes the server’s roots only when none was pinned', () => {
    const noor = inQueue({ pinnedRoots: [] });
    const begun = noor.done.find((effect) => effect.type === 'to-worker' && effect.message.type === 'begin');
    expect(begun).toMatchObject({ message: { roots: [ROOT] } });
  });

  it('finds her region tapped already when the embed line names it, or a desk with one region', () => {
    const byRegion = visit({ preset: { region: 'haarlem', desk: null } });
    byRegion.happens({ type: 'organisation', organisation: ORGANISATION });
    expect(byRegion.state.answers.region).toBe('haarlem');
    const byDesk = visit({ preset: { region: null, desk: 'almere' } });
    byDesk.happens({ type: 'organisation', organisation: ORGANISATION });
    expect(byDesk.state.answers.region).toBe('almere');
    const unknown = visit({ preset: { region: 'atlantis', desk: 'algemeen' } });
    unknown.happens({ type: 'organisation', organisation: ORGANISATION });
    expect(unknown.state.answers.region).toBeNull();
  });
});

describe('Nobody is there', () => {
  it('is said at once, and she may look again', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'status', open: false, closed: [] });
    expect(noor.happens({ type: 'start' })).toEqual([{ type: 'look' }]);
    expect(screenOf(noor.state)).toBe('nobody');
    expect(noor.happens({ type: 'look-again' })).toEqual([{ type: 'look' }]);
    noor.happens({ type: 'status', open: true, closed: [] });
    expect(screenOf(noor.state)).toBe('questions');
  });

  it('is looked at again by itself, so that she is let in soon after somebody comes', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'status', open: false, closed: [] });
    noor.happens({ type: 'start' });
    expect(noor.passes(14_000)).toEqual([]);
    expect(noor.passes(1_000)).toEqual([{ type: 'look' }]);
    expect(noor.passes(14_000)).toEqual([]);
    expect(noor.passes(1_000)).toEqual([{ type: 'look' }]);
    noor.happens({ type: 'status', open: true, closed: [] });
    expect(screenOf(noor.state)).toBe('questions');
    expect(noor.passes(60_000)).toEqual([]);
  });

  it('is said when the relay turns her away', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'start' });
    noor.happens({ type: 'enter' });
    expect(noor.happens({ type: 'refused', error: 'turned-away', remedy: 'give-up' })).toEqual([
      { type: 'stop-worker' },
      { type: 'look' },
    ]);
    expect(screenOf(noor.state)).toBe('nobody');
  });

  it('is said with the words of her desk, until that one or the general desk opens', () => {
    const noor = visit();
    const message = { nl: 'Morgen vanaf negen uur.', en: 'Tomorrow from nine.' };
    const [own] = ORGANISATION.desks.filter(({ regions }) => regions.length > 0);
    const { generalDesk } = ORGANISATION;
    const shut = [own?.id ?? generalDesk, generalDesk].map((desk) => ({ desk, message }));
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'start' });
    noor.happens({ type: 'answer', answers: { region: own?.regions[0] ?? null } });
    noor.happens({ type: 'enter' });
    noor.happens({ type: 'refused', error: 'turned-away', remedy: 'give-up' });
    noor.happens({ type: 'status', open: true, closed: shut });
    expect(screenOf(noor.state)).toBe('nobody');
    expect(closedFor(noor.state)).toEqual(message);
    noor.happens({ type: 'status', open: true, closed: shut.slice(0, 1) });
    expect(screenOf(noor.state)).toBe('questions');
  });

  it('is not said to whoever comes from a network that is blocked: the desk is open, and she may ask again', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'start' });
    noor.happens({ type: 'enter' });
    expect(noor.happens({ type: 'refused', error: 'blocked', remedy: 'give-up' })).toEqual([
      { type: 'stop-worker' },
    ]);
    noor.happens({ type: 'status', open: true, closed: [] });
    expect(noor.passes(60_000)).toEqual([]);
    expect(noor.state.stage).toMatchObject({ name: 'nobody', blocked: true });
    expect(noor.happens({ type: 'look-again' }).map(({ type }) => type)).toContain('enter');
    expect(noor.state.stage.name).toBe('entering');
  });
});

describe('The server cannot be reached', () => {
  it('is said after a while, and mends itself', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    // Reading the first screen for long is no bad connection.
    noor.passes(120_000);
    noor.happens({ type: 'start' });
    noor.happens({ type: 'enter' });
    noor.passes(5_000);
    expect(screenOf(noor.state)).toBe('connecting');
    noor.passes(20_000);
    expect(screenOf(noor.state)).toBe('unreachable');
    expect(types(noor.happens({ type: 'try-again' }))).toEqual(['look', 'reconnect']);
    noor.happens({ type: 'connection', up: true });
    noor.happens({ type: 'view', view: view(), capability: 'c' });
    expect(screenOf(noor.state)).toBe('waiting');
  });

  it('lets her try again when the relay refused for a reason that may pass', () => {
    const noor = visit();
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    noor.happens({ type: 'start' });
    noor.happens({ type: 'enter' });
    noor.happens({ type: 'refused', error: 'too-frequent', remedy: 'retry' });
    expect(screenOf(noor.state)).toBe('unreachable');
    expect(types(noor.happens({ type: 'try-again' }))).toEqual(['start-worker', 'enter']);
  });
});

describe('Noor reloads the page', () => {
  it('comes back to her chat by herself, with nothing to tap', () => {
    const noor = visit({ kept: kept() });
    expect(screenOf(noor.state)).toBe('connecting');
    expect(noor.happens({ type: 'organisation', organisation: ORGANISATION })).toEqual([
      { type: 'start-worker' },
      {
        type: 'to-worker',
        message: { type: 'begin', chat: CHAT, roots: [ROOT], organisation: 'veilige-haven', kept: kept() },
      },
      { type: 'resume', capability: 'capability-of-noor' },
    ]);
    const effects = noor.happens({ type: 'view', view: talkingView(), capability: 'newer' });
    expect(types(effects)).toEqual(['to-worker', 'keep']);
    expect(effects[1]).toEqual({ type: 'keep', entry: kept({ capability: 'newer' }) });
    expect(screenOf(noor.state)).toBe('conversation');
    expect(noor.state.restoring).toBe(true);
  });

  it('learns that the chat is over, and leaves nothing in the tab', () => {
    const noor = visit({ kept: kept() });
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    const over = talkingView({ phase: 'ended', endReason: 'lost' });
    expect(types(noor.happens({ type: 'view', view: over, capability: 'c' }))).toContain('forget');
    expect(noor.state.stage).toMatchObject({ name: 'ended', reason: 'lost' });
  });

  it('starts anew when the relay will not have the chat back', () => {
    const noor = visit({ kept: kept() });
    noor.happens({ type: 'organisation', organisation: ORGANISATION });
    const effects = noor.happens({ type: 'refused', error: 'expired-capability', remedy: 'give-up' });
    expect(types(effects)).toEqual(['stop-worker', 'forget']);
    expect(noor.state.stage).toEqual({ name: 'safe', earlierGone: true });
    expect(noor.state.organisation).toBe(ORGANISATION);
  });
});
