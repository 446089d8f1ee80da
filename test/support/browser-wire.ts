import type { Page } from 'playwright-core';

/** What a page said and heard over its sockets, as text. */
export type Wire = {
  readonly sent: readonly string[];
  readonly received: readonly string[];
  /** The values of a field of JSON anywhere in what was heard. */
  values(field: string): readonly string[];
};

/** From before the page opens its first socket. */
export function listenToSockets(page: Page): Wire {
  const sent: string[] = [];
  const received: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
  });
  return {
    sent,
    received,
    values: (field) => {
      const pattern = new RegExp(`"${field}":"([^"]+)"`, 'g');
      return [
        ...new Set(received.flatMap((text) => [...text.matchAll(pattern)].map(([, value = '']) => value))),
      ];
    },
  };
}

/** What an origin keeps in this browser, for the page's own tab; empty lists when nothing. */
export const storedBy = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie.split('; ').filter((cookie) => cookie !== ''),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: 'caches' in globalThis ? await caches.keys() : [],
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  }));

export const NOTHING_STORED = {
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  databases: [],
  caches: [],
  workers: [],
};
