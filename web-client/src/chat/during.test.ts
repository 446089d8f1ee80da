import { describe, expect, it } from 'vitest';
import { counsellorLost, faultOf, screenOf } from './screen';
import { canSend } from './talk';
import {
  ANNA,
  BILAL,
  CHAT,
  encrypted,
  inQueue,
  link,
  said,
  talkingView,
  view,
  withAnna,
} from './testing/facts';

const toWorker = (message: object) => ({ type: 'to-worker', message });

describe('Noor waits', () => {
  it('writes already, and what she wrote is there when Anna comes', () => {
    const noor = inQueue();
    noor.happens({ type: 'write', draft: 'Ik durf niet naar huis' });
    expect(noor.happens({ type: 'send' })).toEqual([]);
    expect(canSend(noor.state)).toBe(false);
    noor.happens({ type: 'view', view: talkingView(), capability: 'c' });
    noor.worker({ type: 'state', state: encrypted({ link: link({ state: 'linking', words: [] }) }) });
    expect(noor.state.draft).toBe('Ik durf niet naar huis');
    expect(noor.happens({ type: 'send' })).toEqual([
      toWorker({ type: 'send', text: 'Ik durf niet naar huis' }),
    ]);
    expect(noor.state.draft).toBe('');
  });

  it('stops waiting, and nothing is left', () => {
    const noor = inQueue();
    expect(noor.happens({ type: 'end' })).toEqual([
      { type: 'leave', reason: 'visitor-closed' },
      { type: 'stop-worker' },
      { type: 'forget' },
    ]);
    expect(noor.state).toMatchObject({ entry: null, capability: null, talkedWith: null });
  });
});

describe('Noor talks with Anna', () => {
  it('keeps one entry, always with the newest capability', () => {
    const noor = inQueue();
    expect(noor.done.at(-1)).toEqual({
      type: 'keep',
      entry: { chat: CHAT, epoch: 0, seed: 'c2VlZA', capability: 'capability-of-noor' },
    });
    noor.happens({ type: 'view', view: talkingView(), capability: 'newer' });
    expect(noor.done.at(-1)).toMatchObject({ type: 'keep', entry: { capability: 'newer' } });
    noor.worker({ type: 'keep', entry: { chat: CHAT, epoch: 1, seed: 'c2VlZA' } });
    expect(noor.done.at(-1)).toMatchObject({ type: 'keep', entry: { epoch: 1, capability: 'newer' } });
  });

  it('draws attention once for each thing Anna says, and never for what came back after a reload', () => {
    const noor = withAnna();
    const first = said(ANNA, 1, 'Dag');
    expect(noor.worker({ type: 'items', items: [first] })).toEqual([{ type: 'attention', sound: false }]);
    expect(noor.worker({ type: 'items', items: [first, said('visitor', 1, 'Hoi')] })).toEqual([]);
    noor.worker({ type: 'state', state: encrypted({ restoring: true }) });
    expect(noor.worker({ type: 'items', items: [first, said(ANNA, 2, 'Ben je er?')] })).toEqual([]);
  });

  it('makes a sound only once she has asked for it', () => {
    const noor = withAnna();
    noor.happens({ type: 'prefer', sound: true });
    expect(noor.worker({ type: 'items', items: [said(ANNA, 1, 'Dag')] })).toEqual([
      { type: 'attention', sound: true },
    ]);
  });

  it('shows that she types only when she wants that, and stops when she rests', () => {
    const noor = withAnna();
    expect(noor.happens({ type: 'write', draft: 'I' })).toEqual([]);
    noor.happens({ type: 'prefer', showTyping: true });
    expect(noor.happens({ type: 'write', draft: 'Ik' })).toEqual([toWorker({ type: 'typing', on: true })]);
    expect(noor.happens({ type: 'write', draft: 'Ik b' })).toEqual([]);
    expect(noor.passes(6_000)).toEqual([toWorker({ type: 'typing', on: false })]);
    noor.happens({ type: 'write', draft: 'Ik ben' });
    expect(noor.happens({ type: 'send' })).toEqual([
      toWorker({ type: 'typing', on: false }),
      toWorker({ type: 'send', text: 'Ik ben' }),
    ]);
  });

  it('gets back a text that the worker did not take, before what she wrote since', () => {
    const noor = withAnna();
    noor.happens({ type: 'write', draft: 'een heel lange tekst' });
    noor.happens({ type: 'send' });
    noor.happens({ type: 'write', draft: 'en nog iets' });
    noor.worker({
      type: 'refused',
      refusal: { what: 'text', text: 'een heel lange tekst', reason: 'too-long' },
    });
    expect(noor.state.draft).toBe('een heel lange tekst\nen nog iets');
  });

  it('is told of a bad connection only when it lasts, and nothing she typed is lost', () => {
    const noor = withAnna();
    noor.happens({ type: 'write', draft: 'Wacht' });
    expect(noor.happens({ type: 'connection', up: false })).toEqual([
      toWorker({ type: 'connection', up: false }),
    ]);
    noor.passes(1_000);
    expect(noor.state.connection.trouble).toBe('none');
    noor.passes(4_000);
    expect(noor.state.connection.trouble).toBe('slow');
    noor.passes(20_000);
    expect(noor.state.connection.trouble).toBe('cut');
    noor.happens({ type: 'connection', up: true });
    expect(noor.state).toMatchObject({ draft: 'Wacht', connection: { trouble: 'none' } });
  });
});

describe('Anna is lost', () => {
  it('is said, the conversation stays, and Bilal sees only what Noor chooses', () => {
    const noor = withAnna();
    noor.worker({ type: 'items', items: [said(ANNA, 1, 'Dag')] });
    const waiting = view({ version: 3, phase: 'waiting', returning: true, place: 1 });
    noor.happens({ type: 'view', view: waiting, capability: 'c' });
    noor.worker({ type: 'state', state: encrypted({ counsellor: null, link: null }) });
    expect(counsellorLost(noor.state)).toBe(true);
    expect(screenOf(noor.state)).toBe('conversation');
    expect(canSend(noor.state)).toBe(false);
    expect(noor.state.talkedWith).toBe('Anna');

    const bilal = { staffId: BILAL, displayName: 'Bilal', role: 'counsellor' } as const;
    noor.happens({ type: 'view', view: talkingView({ version: 5 }), capability: 'c' });
    noor.worker({ type: 'state', state: encrypted({ counsellor: bilal, shareWith: bilal }) });
    expect(noor.happens({ type: 'share', choice: 'nothing' })).toEqual([
      toWorker({ type: 'share', staffId: BILAL, choice: 'nothing' }),
    ]);
    expect(noor.state.names).toEqual({ anna: 'Anna', bilal: 'Bilal' });
  });
});

describe('Anna asks to hand over', () => {
  const ask = { staffId: BILAL, displayName: 'Bilal', deskName: 'Amsterdam', summary: null };

  it.each(['nothing', 'summary', 'conversation', null] as const)('and Noor answers %s', (choice) => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ ask }) });
    expect(noor.happens({ type: 'share', choice })).toEqual([
      toWorker({ type: 'share', staffId: BILAL, choice }),
    ]);
  });

  it('and no answer can be given to an ask that is gone', () => {
    const noor = withAnna();
    expect(noor.happens({ type: 'share', choice: 'conversation' })).toEqual([]);
  });
});

describe('Something is wrong with who answers', () => {
  it.each(['not-vouched-for', 'certificate-out-of-date', 'revoked', 'other-person', 'altered'] as const)(
    '%s: nothing can be written until it is mended',
    (fault) => {
      const noor = withAnna();
      noor.happens({ type: 'write', draft: 'Mijn adres is' });
      noor.worker({ type: 'state', state: encrypted({ link: link({ state: 'broken', fault, words: [] }) }) });
      expect(screenOf(noor.state)).toBe('fault');
      expect(faultOf(noor.state)).toBe(fault);
      expect(noor.happens({ type: 'send' })).toEqual([]);
      expect(noor.state.draft).toBe('Mijn adres is');
      expect(noor.happens({ type: 'link-again' })).toEqual([toWorker({ type: 'link-again' })]);
      noor.worker({ type: 'state', state: encrypted({ link: link({ epoch: 2 }) }) });
      expect(screenOf(noor.state)).toBe('conversation');
    },
  );

  it('a computer that does not answer is no reason to be afraid', () => {
    const noor = withAnna();
    const silent = link({ state: 'broken', fault: 'no-answer', words: [] });
    noor.worker({ type: 'state', state: encrypted({ link: silent }) });
    expect(screenOf(noor.state)).toBe('conversation');
    expect(canSend(noor.state)).toBe(false);
  });

  it('a worker that fails sends nothing any more', () => {
    const noor = withAnna();
    expect(noor.worker({ type: 'failed', reason: 'no-crypto' })).toEqual([
      { type: 'stop-worker' },
      { type: 'forget' },
    ]);
    expect(screenOf(noor.state)).toBe('failed');
  });
});
