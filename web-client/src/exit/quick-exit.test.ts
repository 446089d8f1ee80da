// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { listenForExit } from './exit-keys';
import { keep, readKept } from './kept-entry';
import { createQuickExit, type QuickExitDeps, type Running } from './quick-exit';

const ENTRY = { chat: 'AAAAAAAAAAAAAAAAAAAAAA', epoch: 1, seed: 'c2VlZA', capability: 'kept' } as never;

/** A page that writes down, in order, what is done to it. */
function leaving(change: Partial<QuickExitDeps> = {}) {
  const log: string[] = [];
  const root = document.documentElement;
  root.style.display = '';
  document.body.textContent = 'Ik ben bang';
  const blank = () => (root.style.display === 'none' ? '' : ' while the page shows');
  const page = {
    document,
    navigator: {
      sendBeacon: (address: string, body: string) => {
        log.push(`beacon ${address} ${body}${blank()}`);
        return true;
      },
    },
    location: { replace: (address: string) => log.push(`go to ${address}${blank()}`) },
    top: null as unknown,
    addEventListener: (name: string, listener: () => void) => {
      if (name === 'pageshow') shown.listener = listener;
    },
  };
  const shown = { listener: () => undefined as void };
  page.top = page;
  const exit = createQuickExit({
    page: page as unknown as Window,
    storage: sessionStorage,
    target: () => 'https://weather.example/',
    tellHost: null,
    ...change,
  });
  const running: Running = {
    stopWorkers: () => log.push(`workers stopped${blank()}`),
    closeSocket: () =>
      log.push(`socket closed, ${readKept(sessionStorage) === null ? 'nothing' : 'entry'} kept`),
    capability: () => 'newest',
  };
  return { exit, log, running, page, back: () => shown.listener() };
}

beforeEach(() => sessionStorage.clear());

describe('The quick exit', () => {
  it('blanks, wipes, forgets, tells the server, hangs up and goes, in this order', () => {
    keep(sessionStorage, ENTRY);
    const { exit, log, running } = leaving();
    exit.running(running);
    exit.leave();
    expect(log).toEqual([
      'workers stopped',
      'beacon /exit newest',
      'socket closed, nothing kept',
      'go to https://weather.example/',
    ]);
    expect(document.body.textContent).toBe('');
    expect(sessionStorage).toHaveLength(0);
  });

  it('ends the chat with the capability in the tab when the application was not there yet', () => {
    keep(sessionStorage, ENTRY);
    const { exit, log } = leaving();
    exit.leave();
    expect(log).toEqual(['beacon /exit kept', 'go to https://weather.example/']);
  });

  it('ends what the application started while it was being left', () => {
    const { exit, log, running } = leaving();
    exit.leave();
    log.length = 0;
    exit.running(running);
    expect(log).toEqual(['workers stopped', 'socket closed, nothing kept']);
  });

  it('does the rest when one part fails', () => {
    const { exit, log, running } = leaving({
      storage: {
        getItem: () => {
          throw new Error('no storage');
        },
        setItem: () => undefined,
        removeItem: () => {
          throw new Error('no storage');
        },
      },
    });
    exit.running({
      ...running,
      stopWorkers: () => {
        throw new Error('no workers');
      },
      capability: () => '',
    });
    exit.leave();
    expect(log).toEqual(['beacon /exit ', 'socket closed, nothing kept', 'go to https://weather.example/']);
  });

  it('tells the page around the frame before anything else can be seen, and goes there itself if it may', () => {
    const log: string[] = [];
    const { exit, page } = leaving({ tellHost: () => log.push('host told') });
    page.top = { location: { replace: (address: string) => log.push(`whole window to ${address}`) } };
    exit.leave();
    expect(log[0]).toBe('host told');
    expect(log).toContain('whole window to https://weather.example/');
  });

  it('sends away whoever comes back to a frozen copy of the page', () => {
    const { exit, log, back } = leaving();
    back();
    expect(log).toEqual([]);
    exit.leave();
    log.length = 0;
    back();
    expect(log).toEqual(['go to https://weather.example/']);
  });
});

describe('The keys of the exit', () => {
  it('leave from inside a field, show a quiet count, and ignore a key held down', () => {
    let clock = 1_000;
    let left = 0;
    const counted: number[] = [];
    listenForExit({
      page: window as unknown as Window,
      now: () => clock,
      leave: () => {
        left += 1;
      },
      onCount: (presses) => counted.push(presses),
    });
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.addEventListener('keydown', (event) => event.stopPropagation());
    const press = (key: string, repeat = false) => {
      clock += 500;
      field.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true }));
    };
    press('Shift');
    press('Shift', true);
    press('Shift', true);
    press('a');
    expect({ left, counted }).toEqual({ left: 0, counted: [1, 0] });
    press('Shift');
    press('Shift');
    press('Shift');
    expect({ left, counted }).toEqual({ left: 1, counted: [1, 0, 1, 2] });
  });
});
