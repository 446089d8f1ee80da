// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ANNA, encrypted, inQueue, said, talkingView, withAnna } from '../chat/testing/facts';
import { draw, settled } from './testing/draw';
import { STORIES } from './testing/stories';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

describe('Noor and the focus', () => {
  it('keeps writing in the same field when Anna comes', async () => {
    const noor = inQueue();
    noor.happens({ type: 'write', draft: 'Ik wil' });
    const { find, show } = await draw(noor.state);
    const field = find<HTMLTextAreaElement>('textarea');
    field.focus();
    noor.happens({ type: 'view', view: talkingView(), capability: 'c' });
    noor.worker({ type: 'state', state: encrypted() });
    await show(noor.state);
    expect(find('textarea')).toBe(field);
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('Ik wil');
  });

  it('is brought to the title of a new screen when she was not writing', async () => {
    const { find, show } = await draw(STORIES['questions']!());
    await show(STORIES['nobody']!());
    expect(document.activeElement).toBe(find('h1'));
  });

  it('goes into what she opens, out with Escape, and back to where she was', async () => {
    const { find, all, button } = await draw(withAnna().state);
    const mark = button('Gecontroleerd: hoe weet ik dat dit Anna is?');
    mark.focus();
    mark.click();
    await settled();
    const panel = find('.panel');
    expect(document.activeElement).toBe(panel);
    expect(all('.words li').map(({ textContent }) => textContent)).toHaveLength(6);
    panel.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(all('.panel')).toEqual([]);
    expect(document.activeElement).toBe(mark);
  });

  it('is not thrown back to the top when the button she pressed is gone', async () => {
    const noor = withAnna();
    noor.worker({ type: 'items', items: [said('visitor', 1, 'Hoi', { delivery: 'failed' })] });
    const { find, button, show } = await draw(noor.state);
    button('Probeer opnieuw').focus();
    noor.worker({ type: 'items', items: [said('visitor', 1, 'Hoi', { delivery: 'sending' })] });
    await show(noor.state);
    expect(document.activeElement).toBe(find('h1'));
  });

  it('can always reach the exit: nothing that opens is modal', async () => {
    const { all, button } = await draw(withAnna().state);
    button('Stop het gesprek').click();
    button('Opties').click();
    await settled();
    expect(all('dialog, [aria-modal], [inert]')).toEqual([]);
  });
});

describe('What is read out', () => {
  it('is what Anna says when it comes: once, and nothing of the history', async () => {
    const noor = withAnna();
    const dag = said(ANNA, 1, 'Dag');
    noor.worker({ type: 'items', items: [dag] });
    const { region, show } = await draw(noor.state);
    expect(region.textContent).toBe('');
    const hoi = said('visitor', 1, 'Hoi');
    noor.worker({ type: 'items', items: [dag, hoi] });
    await show(noor.state);
    expect(region.textContent).toBe('');
    noor.worker({ type: 'items', items: [dag, hoi, said(ANNA, 2, 'Fijn dat je er bent')] });
    await show(noor.state);
    expect(region.textContent?.trim()).toBe('Anna zegt: Fijn dat je er bent');
    noor.worker({
      type: 'items',
      items: [dag, { ...hoi, delivery: 'received' }, said(ANNA, 2, 'Fijn dat je er bent')],
    });
    await show(noor.state);
    expect(region.childElementCount).toBe(1);
  });

  it('is that something was not sent', async () => {
    const noor = withAnna();
    const { region, show } = await draw(noor.state);
    noor.worker({ type: 'items', items: [said('visitor', 1, 'Hoi', { delivery: 'failed' })] });
    await show(noor.state);
    expect(region.textContent?.trim()).toBe('Niet verstuurd');
  });

  it('is no history after a reload', async () => {
    const noor = withAnna();
    noor.worker({ type: 'state', state: encrypted({ restoring: true }) });
    const { region, show } = await draw(noor.state);
    noor.worker({ type: 'items', items: [said(ANNA, 1, 'Dag'), said(ANNA, 2, 'Nog iets')] });
    await show(noor.state);
    expect(region.textContent).toBe('');
  });
});

describe('What Noor sends', () => {
  it('shows how far it came, in words for the newest and for what failed', async () => {
    const noor = withAnna();
    noor.worker({
      type: 'items',
      items: [
        said('visitor', 1, 'een', { delivery: 'received' }),
        said('visitor', 2, 'twee', { delivery: 'failed' }),
        said('visitor', 3, 'drie', { delivery: 'sending' }),
      ],
    });
    const { all, button, sent } = await draw(noor.state);
    const spelled = all('.state > span:not(.unseen)').map(({ textContent }) => textContent);
    expect(spelled).toEqual(['Niet verstuurd', 'Wordt verstuurd']);
    button('Probeer opnieuw').click();
    expect(sent).toEqual([{ type: 'send-again', id: 'visitor:2' }]);
  });

  it('is plain text, whatever it looks like', async () => {
    const noor = withAnna();
    const text = '<img src=x onerror=alert(1)> https://x.example';
    noor.worker({ type: 'items', items: [said(ANNA, 1, text)] });
    const { find, all } = await draw(noor.state);
    expect(find('.said p').textContent).toBe(text);
    expect(all('.said img, .said a')).toEqual([]);
  });
});

describe('Noor is asked something', () => {
  it('reads the summary before she chooses, and may stay', async () => {
    const { find, sent, all } = await draw(STORIES['hand-over']!());
    expect(find('.summary').textContent).toContain('veiligheid thuis');
    const choices = all('.choice strong').map(({ textContent }) => textContent);
    expect(choices).toEqual([
      'Het hele gesprek',
      'Alleen deze regels van Anna',
      'Niets',
      'Ik wil bij Anna blijven',
    ]);
    all('.choice').at(-1)?.click();
    expect(sent).toEqual([{ type: 'share', choice: null }]);
  });

  it('has no way to write while something is wrong with who answers, and numbers to call', async () => {
    const { all, find } = await draw(STORIES['fault']!());
    expect(all('textarea')).toEqual([]);
    expect(find('h1').textContent).toBe('Schrijf hier nu niets');
    expect(all('.call').map(({ textContent }) => textContent)).toEqual(['112', '023 555 01 12', '0800-2000']);
  });
});
