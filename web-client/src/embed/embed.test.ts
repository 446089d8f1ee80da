import { Window as HostWindow } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Haven } from './embed';

const CHAT = 'https://chat.haven.example';
const HOST = 'https://www.haven.example';
const LINE = { root: 'KEY', lang: 'nl', exit: 'https://weather.example/today' };

type HostPage = Window & typeof globalThis & { Haven?: Haven };
let page: HostPage;
let went: string[];
let names: ReadonlySet<string>;

/** Includes the loader as an embed line does: once more with every call. */
async function include(dataset: Readonly<Record<string, string>> = LINE): Promise<void> {
  const script = page.document.createElement('script');
  Object.defineProperty(script, 'src', { value: `${CHAT}/embed.js` });
  Object.assign(script.dataset, dataset);
  Object.defineProperty(page.document, 'currentScript', { value: script, configurable: true });
  vi.resetModules();
  await import('./embed');
}

const shadows = () =>
  [...page.document.querySelectorAll('div')].flatMap((host) =>
    host.shadowRoot === null ? [] : [host.shadowRoot],
  );
const launchers = () => shadows().flatMap((root) => [...root.querySelectorAll<HTMLElement>('.launcher')]);
const bar = () => shadows().find((root) => root.querySelector('.exit') !== null) ?? null;
const frame = () => shadows().flatMap((root) => [...root.querySelectorAll('iframe')])[0] ?? null;

beforeEach(() => {
  // A page of its own for each story, with frames that stay empty.
  const settings = { disableIframePageLoading: true, handleDisabledFileLoadingAsSuccess: true };
  page = new HostWindow({ url: `${HOST}/contact`, settings }) as unknown as HostPage;
  page.document.title = 'Stichting Veilige Haven';
  went = [];
  vi.spyOn(page.location, 'replace').mockImplementation((address) => void went.push(String(address)));
  for (const name of ['window', 'document', 'CSSStyleSheet', 'HTMLScriptElement'] as const) {
    vi.stubGlobal(name, name === 'window' ? page : page[name]);
  }
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused by the policy of the host')));
  names = new Set(Object.getOwnPropertyNames(page));
});
afterEach(() => vi.unstubAllGlobals());

describe('The loader on a host page', () => {
  it('draws a launcher and adds one name, and fetches no chat before a click', async () => {
    await include();
    expect(launchers()).toHaveLength(1);
    expect(launchers()[0]?.textContent).toBe('Chat met ons');
    expect(frame()).toBeNull();
    expect(bar()).toBeNull();
    const added = Object.getOwnPropertyNames(page).filter((name) => !names.has(name));
    expect(added).toEqual(['Haven']);
    expect(page.document.querySelectorAll('style, [style*="position"]')).toHaveLength(0);
  });

  it('says whether somebody is there', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve({ json: () => Promise.resolve({ open: true, band: 'within-5' }) }),
    );
    await include();
    await vi.waitFor(() => expect(launchers()[0]?.textContent).toBe('Chat met onsEr is nu iemand'));
  });

  it('opens a frame of the chat’s own origin, with all it has to know behind the #', async () => {
    await include({ ...LINE, region: 'haarlem', theme: 'disguise' });
    launchers()[0]?.click();
    const address = new URL(frame()?.src ?? '');
    expect(`${address.origin}${address.pathname}${address.search}`).toBe(`${CHAT}/chat`);
    expect(Object.fromEntries(new URLSearchParams(address.hash.slice(1)))).toEqual({
      embed: '1',
      host: HOST,
      root: 'KEY',
      lang: 'nl',
      theme: 'disguise',
      region: 'haarlem',
      exit: 'https://weather.example/today',
    });
  });

  it('puts the exit first on the page once opened, and keeps it when the chat is folded away', async () => {
    page.document.body.innerHTML = '<a href="#main">Naar de inhoud</a>';
    await include();
    launchers()[0]?.click();
    expect(page.document.body.firstElementChild?.shadowRoot).toBe(bar());
    const exit = bar()?.querySelector<HTMLAnchorElement>('.exit');
    // A plain link: it would lead away even if nothing else worked.
    expect(exit?.href).toBe('https://weather.example/today');
    bar()?.querySelector<HTMLElement>('.hide')?.click();
    expect(frame()).not.toBeNull();
    expect(bar()?.querySelector('.exit')).not.toBeNull();
    expect(launchers()[0]?.getAttribute('aria-expanded')).toBe('false');
  });

  it('makes the frame once, so that folding away loses nothing', async () => {
    await include();
    launchers()[0]?.click();
    const first = frame();
    launchers()[0]?.click();
    launchers()[0]?.click();
    expect(frame()).toBe(first);
  });

  it('draws the same line once, however often it is included, and another one beside it', async () => {
    await include();
    await include();
    expect(launchers()).toHaveLength(1);
    await include({ ...LINE, desk: 'almere' });
    expect(launchers()).toHaveLength(2);
    launchers()[0]?.click();
    launchers()[1]?.click();
    expect(launchers().map((each) => each.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
  });

  it('leaves what the host page calls Haven alone', async () => {
    const theirs = { widgets: 'a list of houses' } as unknown as Haven;
    page.Haven = theirs;
    await include();
    expect(page.Haven).toBe(theirs);
    expect(launchers()).toHaveLength(0);
  });

  it.each(['java' + 'script:alert(1)', 'data:text/html,x', ''])('never leaves to %j', async (exit) => {
    await include({ ...LINE, exit });
    page.Haven?.leave();
    expect(went).toEqual([`${CHAT}/exit`]);
  });
});

describe('The quick exit from the host page', () => {
  const isBlank = () => page.document.documentElement.style.display === 'none';

  it('blanks the whole page, title untouched, and goes; the frame is told to end everything', async () => {
    await include();
    launchers()[0]?.click();
    const told: unknown[] = [];
    const inside = { postMessage: (...args: unknown[]) => told.push(args) };
    Object.defineProperty(frame(), 'contentWindow', { value: inside });
    bar()?.querySelector<HTMLElement>('.exit')?.click();
    expect(isBlank()).toBe(true);
    expect(went).toEqual(['https://weather.example/today']);
    expect(told).toEqual([[{ haven: 'exit' }, CHAT]]);
    expect(page.document.title).toBe('Stichting Veilige Haven');
  });

  it('follows three presses of Shift, once the chat was opened', async () => {
    await include();
    const press = () => page.dispatchEvent(new page.KeyboardEvent('keydown', { key: 'Shift' }));
    for (let count = 0; count < 3; count++) press();
    expect(went).toEqual([]);
    launchers()[0]?.click();
    for (let count = 0; count < 2; count++) press();
    expect(bar()?.textContent).toContain('●●');
    press();
    expect(went).toHaveLength(1);
    expect(isBlank()).toBe(true);
  });

  it('obeys the frame, and nobody who pretends to be it', async () => {
    await include();
    launchers()[0]?.click();
    const say = (data: unknown, origin: string, source: MessageEventSource | null) =>
      page.dispatchEvent(new page.MessageEvent('message', { data, origin, source: source as never }));
    const inside = { postMessage: () => undefined } as unknown as MessageEventSource;
    Object.defineProperty(frame(), 'contentWindow', { value: inside });
    say({ haven: 'exit' }, 'https://evil.example', inside);
    say({ haven: 'exit' }, CHAT, page as unknown as MessageEventSource);
    say('exit', CHAT, inside);
    say(null, CHAT, inside);
    expect(went).toEqual([]);
    say({ haven: 'attention' }, CHAT, inside);
    say({ haven: 'hide' }, CHAT, inside);
    expect(launchers()[0]?.getAttribute('aria-expanded')).toBe('false');
    say({ haven: 'attention' }, CHAT, inside);
    expect(launchers()[0]?.textContent).toContain('Nieuw bericht');
    say({ haven: 'exit' }, CHAT, inside);
    expect(went).toEqual(['https://weather.example/today']);
  });

  it('does not let Back show the page again', async () => {
    await include();
    page.Haven?.leave();
    page.dispatchEvent(new page.Event('pageshow'));
    expect(went).toHaveLength(2);
    expect(isBlank()).toBe(true);
  });
});
