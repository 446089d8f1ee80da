import type { Page } from 'playwright-core';

/** Of one update in a page; milliseconds. */
export type Painting = {
  /** From its arrival until it is on the screen, the wait for the screen's next frame included. */
  readonly painted: number;
  /** Of these, what the page's main thread was at work: reading it, drawing it, laying it out. */
  readonly work: number;
};

type Seen = { readonly paintings: Painting[]; readonly long: number[]; next: (() => void) | null };
type Watched = Window & { seen: Seen; timed: () => void };

/** Runs in the page, before anything of its own. */
function prepare(): void {
  const watched = window as unknown as Watched;
  const seen: Seen = { paintings: [], long: [], next: null };
  watched.seen = seen;
  const afterThisTask = (act: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  };
  watched.timed = () => {
    const start = performance.now();
    let script = 0;
    afterThisTask(() => {
      if (script === 0) script = performance.now() - start;
    });
    requestAnimationFrame(() => {
      const frame = performance.now();
      if (script === 0) script = frame - start;
      afterThisTask(() => {
        const end = performance.now();
        seen.paintings.push({ painted: end - start, work: script + end - frame });
        seen.next?.();
      });
    });
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.long.push(duration);
  }).observe({ type: 'longtask' });
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && data.includes('"board:changed"')) watched.timed();
      });
    }
  };
}

/** Call before the page is opened: each update of the board that reaches it is timed. */
export async function timeUpdates(page: Page): Promise<void> {
  await page.addInitScript(prepare);
}

/** Forgets what was seen until now. */
export const beginTiming = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { seen } = window as unknown as Watched;
    seen.paintings.length = 0;
    seen.long.length = 0;
  });

/** Once there is one after the first `count`. */
export const paintingAfter = (page: Page, count: number): Promise<Painting> =>
  page.evaluate(async (before) => {
    const { seen } = window as unknown as Watched;
    while (seen.paintings.length <= before) {
      await new Promise<void>((resolve) => {
        seen.next = resolve;
      });
    }
    return seen.paintings[before] as Painting;
  }, count);

/** How long each task was that kept the page from answering for more than 50 ms. */
export const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as Watched).seen.long);

/** The least a page can do with an update: one text becomes another. */
export const paintText = (page: Page, text: string): Promise<void> =>
  page.evaluate((next) => {
    const watched = window as unknown as Watched;
    watched.timed();
    const node = document.body.firstChild ?? document.body.appendChild(document.createTextNode(''));
    node.nodeValue = next;
  }, text);
