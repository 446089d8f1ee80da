import { beforeEach, describe, expect, test } from 'vitest';
import { laidDownOutOfSight } from './out-of-sight';

/** As much of a browser's tab as there is to see and to store. */
function openTab() {
  const stored = new Map<string, string>();
  const disk = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  };
  const load = () => {
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const page = Object.assign(new EventTarget(), { document });
    const show = (visibilityState: 'visible' | 'hidden') => {
      document.visibilityState = visibilityState;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    const storage = laidDownOutOfSight(page as unknown as Window, disk, 'n');
    return { storage, show, say: (name: string) => page.dispatchEvent(new Event(name)) };
  };
  return { stored, load };
}

describe('the entry of a chat', () => {
  let tab: ReturnType<typeof openTab>;
  beforeEach(() => {
    tab = openTab();
  });

  test('is nowhere but in memory while the visitor looks at the page', () => {
    const { storage } = tab.load();
    storage?.setItem('n', 'chat');
    expect(storage?.getItem('n')).toBe('chat');
    expect(tab.stored.size).toBe(0);
  });

  test('comes back after a reload, and is taken up at once', () => {
    const before = tab.load();
    before.storage?.setItem('n', 'chat');
    before.say('pagehide');
    expect(tab.stored.get('n')).toBe('chat');
    const after = tab.load();
    expect(after.storage?.getItem('n')).toBe('chat');
    expect(tab.stored.size).toBe(0);
  });

  test('is laid down while the visitor is in another app, as the phone may discard the page', () => {
    const { storage, show } = tab.load();
    storage?.setItem('n', 'chat');
    show('hidden');
    storage?.setItem('n', 'chat, next epoch');
    expect(tab.stored.get('n')).toBe('chat, next epoch');
    show('visible');
    expect(tab.stored.size).toBe(0);
    expect(storage?.getItem('n')).toBe('chat, next epoch');
  });

  test('is not laid down any more after the exit', () => {
    const { storage, show, say } = tab.load();
    storage?.setItem('n', 'chat');
    storage?.removeItem('n');
    show('hidden');
    say('pagehide');
    expect(tab.stored.size).toBe(0);
    expect(storage?.getItem('n')).toBeNull();
  });

  test('is taken up again by a page that comes back from the browser’s memory', () => {
    const { storage, say } = tab.load();
    storage?.setItem('n', 'chat');
    say('pagehide');
    say('pageshow');
    expect(tab.stored.size).toBe(0);
    expect(storage?.getItem('n')).toBe('chat');
  });
});
