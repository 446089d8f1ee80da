// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { BILAL, encrypted, said, withAnna } from '../chat/testing/facts';
import { draw } from './testing/draw';
import { STORIES } from './testing/stories';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

const bilal = { staffId: BILAL, displayName: 'Bilal', role: 'supervisor' } as const;

describe('Somebody who wants to join', () => {
  it('is named to Noor with what they are, and she answers what they may read, or that nobody comes', async () => {
    const { find, button, sent, region } = await draw(STORIES['join-ask']!());
    expect(find('.panel h2').textContent).toBe('Anna vraagt of Bilal (coördinator) mag meedoen');
    expect(region.textContent).toContain('Anna vraagt of Bilal (coördinator) mag meedoen');
    button('Ja, en het hele gesprek lezen').click();
    button('Ja, maar alleen vanaf nu').click();
    button('Nee, alleen Anna').click();
    expect(sent).toEqual(['conversation', 'nothing', null].map((choice) => ({ type: 'share', choice })));
  });

  it('is answered about by name, so that no answer is meant for somebody else', () => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ joinAsk: bilal }) });
    expect(noor.happens({ type: 'share', choice: null })).toContainEqual({
      type: 'to-worker',
      message: { type: 'share', staffId: BILAL, choice: null },
    });
  });

  it('stands on the screen from the yes to the last moment, with a way to send them out', async () => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ joined: { ...bilal, here: false } }) });
    const { find, all, button, sent, show, region } = await draw(noor.state);
    expect(find('.joined').textContent).toContain('Bilal (coördinator) komt erbij.');
    noor.worker({ type: 'state', state: encrypted({ joined: { ...bilal, here: true } }) });
    noor.worker({ type: 'items', items: [said(BILAL, 1, 'Dag Noor')] });
    await show(noor.state);
    expect(find('.joined').textContent).toContain('Bilal (coördinator) leest en schrijft mee.');
    expect(find('.speaker').textContent).toBe('Bilal');
    button('Bilal laten gaan').click();
    expect(sent).toEqual([{ type: 'send-out' }]);
    expect(noor.happens({ type: 'send-out' })).toEqual([
      { type: 'to-worker', message: { type: 'send-out' } },
    ]);
    noor.worker({ type: 'state', state: encrypted() });
    await show(noor.state);
    expect(all('.joined')).toEqual([]);
    // Whoever listens to the screen hears each of it, once.
    const heard = ['leest en schrijft mee.', 'is weg.'].map(
      (end) => region.textContent.split(end).length - 1,
    );
    expect(heard).toEqual([1, 1]);
    expect(find('.speaker').textContent).toBe('Bilal');
  });

  it('who could not be let in safely does not end the chat with Anna', async () => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ joinFault: 'other-person' }) });
    const { find } = await draw(noor.state);
    expect(find('.notices').textContent).toContain('Je bent nog bij Anna.');
  });
});
