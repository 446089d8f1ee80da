import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GoldenVectors } from '@haven/shared/crypto/vectors/golden-vectors';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import type { GoldenWorker } from '../support/browser-golden-worker';
import { startPeople } from '../support/browser-people';
import { consolePage } from '../support/page-console';
import { chromiumPath } from '../support/chromium';
import { createClosing } from '../support/closing';
import { startServer } from '../support/haven-server';
import { visitorPage } from '../support/page-visitor';

const closing = createClosing();
afterAll(closing.close);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const golden = JSON.parse(
  readFileSync(here('../../shared/src/crypto/vectors/golden.json'), 'utf8'),
) as GoldenVectors;

test('every byte of the golden vectors comes out of Chromium, in a worker under the worker’s own policy', async () => {
  const server = closing.add(await startServer());
  const people = closing.add(await startPeople(chromiumPath()));
  const { outputFiles } = await build({
    entryPoints: [here('../support/browser-golden-worker.ts')],
    bundle: true,
    format: 'esm',
    target: 'chrome94',
    write: false,
  });
  // Somebody is on duty: else nobody is let in, and no worker is needed.
  const noor = await people.arrive();
  const desk = consolePage(noor.page, 'nl');
  await desk.signIn(server.url, 'noor');
  await desk.bePresent('pause');
  const { page } = await people.arrive();
  const policies: string[] = [];
  await page.route(/\/chat\/assets\/crypto-worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    policies.push(response.headers()['content-security-policy'] ?? '');
    await route.fulfill({ response, body: outputFiles[0]?.text ?? '' });
  });
  const started = page.waitForEvent('worker', (worker) => worker.url().includes('crypto-worker'));
  await page.goto(`${server.url}/chat#lang=nl`);
  const chat = visitorPage(page, 'nl');
  await chat.start();
  await chat.enter();
  const worker = await started;

  const differences = await worker.evaluate(
    (vectors) => (globalThis as unknown as GoldenWorker).check(vectors),
    golden,
  );
  expect(differences).toEqual([]);
  expect(await worker.evaluate(() => (globalThis as unknown as GoldenWorker).mayFetch('/healthz'))).toBe(
    false,
  );
  expect(policies[0]).toMatch(/default-src 'none'/);
  expect(policies[0]).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);

  // The check can fail.
  const wrong = structuredClone(golden) as { link: { th: string }; colleague: { th: string } };
  for (const link of [wrong.link, wrong.colleague])
    link.th = link.th.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const found = await worker.evaluate(
    (vectors) => (globalThis as unknown as GoldenWorker).check(vectors as GoldenVectors),
    wrong,
  );
  expect(found).toEqual(['link.th', 'colleague.th']);
});
