import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findInProfile } from '../support/browser-profile';
import { startChromium } from '../support/chromium';
import { createClosing } from '../support/closing';

// A search that finds nothing proves something only when it would have found something.

const closing = createClosing();
afterEach(closing.close);

const PLANTED = {
  cookie: 'planted-cookie-7c1f0d6a92e4',
  localStorage: 'planted-local-storage-51b8e30a',
  sessionStorage: 'planted-session-storage-e97d2c44',
  indexedDb: 'planted-indexed-db-0b6fa3c8d1',
  cacheStorage: 'planted-cache-storage-f2a7715e',
  httpCache: 'planted-http-cache-88e0c1d94b',
  address: 'planted-address-3d5e61fa70c2',
  title: 'planted-title-a94c07be12d8',
  unicode: 'ingeplant-مرحبا-🌷-4f8e2a71',
} as const;

async function carelessSite(): Promise<string> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=3600' })
      .end(`<!doctype html><title>${PLANTED.title}</title><p>${PLANTED.httpCache}</p>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.defer(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${PLANTED.address}`;
}

test('the search of a browser profile finds what a careless site leaves in each place', async () => {
  const browser = closing.add(await startChromium());
  const page = await browser.context.newPage();
  await page.goto(await carelessSite());
  await page.evaluate(async (planted) => {
    // By its name: Chromium writes a cookie's value encrypted.
    document.cookie = `${planted.cookie}=1; max-age=3600`;
    localStorage.setItem('l', planted.localStorage);
    localStorage.setItem('u', planted.unicode);
    sessionStorage.setItem('s', planted.sessionStorage);
    const cache = await caches.open('c');
    await cache.put('/x', new Response(planted.cacheStorage));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('d', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('s'));
      opening.addEventListener('error', () => reject(new Error('indexedDB')));
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('s', 'readwrite', { durability: 'strict' });
        writing.objectStore('s').put(planted.indexedDb, 'k');
        writing.addEventListener('complete', () => resolve());
      });
    });
  }, PLANTED);
  await browser.close();

  const found = findInProfile(browser.profile, Object.values(PLANTED));
  const words = new Set(found.map(({ word }) => word));
  expect(Object.entries(PLANTED).filter(([, word]) => !words.has(word))).toEqual([]);
  expect(findInProfile(browser.profile, ['never-written-9e2d7c10ab54'])).toEqual([]);
});
