import { expect, test } from 'vitest';
import { filesGiven, inWords, sum, weighAll, type Weighed } from '../support/browser-bytes';
import { hostPage, openShadows } from '../support/page-host';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

/** Kilobytes in brotli, on the wire. */
const BUDGET = { loader: 3, firstPaint: 25, untilFirstMessage: 165 } as const;

/** Fails with the figures, and shows them when all is well. */
function expectWithin(entry: keyof typeof BUDGET, weights: readonly Weighed[]): void {
  const kilobytes = sum(weights) / 1000;
  const figures = `${entry}: ${kilobytes.toFixed(1)} of ${BUDGET[entry]} kB: ${inWords(weights)}`;
  console.log(figures);
  expect(weights.length).toBeGreaterThan(0);
  expect(kilobytes <= BUDGET[entry] ? [] : [figures]).toEqual([]);
  // Of what was built, all that is worth it was sent compressed.
  const large = weights.filter(({ name, bytes }) => bytes > 1000 && !name.endsWith('.json'));
  expect(large.filter(({ encoding }) => encoding !== 'br')).toEqual([]);
}

/** A visitor on the organisation's website, watched from the first byte. */
async function onTheWebsite() {
  const { url } = stage().haven.nodes[0];
  const person = await stage().people.arrive();
  await openShadows(person.context);
  const files = filesGiven(person.page, url);
  await person.page.goto(`${url}/demo?lang=nl`);
  return { ...person, files, host: hostPage(person.page, 'nl') };
}

const isOfHost = (name: string) => name.startsWith('/demo');

test('the loader is no more than 3 kB', async () => {
  const { files, host, leave } = await onTheWebsite();
  await host.launcher.waitFor();
  const weights = await weighAll(files);
  expectWithin(
    'loader',
    weights.filter(({ name }) => name === '/embed.js'),
  );
  await leave();
});

test('the panel shows its first screen, ready to start, after no more than 25 kB', async () => {
  const { page, files, host, leave } = await onTheWebsite();
  await host.launcher.waitFor();
  const before = files.length;
  // What is fetched while the visitor reads has no part in it.
  await page.route(/\/(?:create-live|rest|later)-[^/]*\.js$/, () => undefined);
  await host.launcher.click();
  await host.chat.button('safe.start').waitFor();
  const weights = await weighAll(files.slice(before));
  expect(weights.map(({ name }) => name)).toContain('/chat');
  expect(weights.some(({ name }) => name.endsWith('.css'))).toBe(true);
  expectWithin('firstPaint', weights);
  await leave();
});

test('until the first encrypted message has arrived it is no more than 165 kB', async () => {
  const { files, host, leave } = await onTheWebsite();
  const noor = await stage().counsellor(stage().haven.nodes[1].url, 'noor');
  await noor.desk.bePresent('available');
  await host.launcher.click();
  await host.chat.queueUp('Amsterdam');
  await noor.desk.claimOffer();
  await host.chat.talkingWith('Noor');
  await host.chat.send('Het eerste woord');
  await noor.desk.showsLine('Het eerste woord');
  const weights = await weighAll(files);
  const names = weights.map(({ name }) => name);
  expect(names.some((name) => name.includes('crypto-worker'))).toBe(true);
  expectWithin(
    'untilFirstMessage',
    weights.filter(({ name }) => !isOfHost(name)),
  );
  await Promise.all([leave(), noor.leave()]);
});
