import { beforeAll, describe, expect, test } from 'vitest';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Visitor } from '../support/browser-stage';
import { NOTHING_STORED, storedBy } from '../support/browser-wire';
import { hostPage, openShadows } from '../support/page-host';
import { visitorPage } from '../support/page-visitor';
import { stageOfFile } from '../support/stage-of-file';

const { stage, closing } = stageOfFile();
let url: string;
beforeAll(async () => {
  url = stage().haven.nodes[0].url;
  // Somebody is on duty, so that the queue is open, and takes nobody yet.
  const noor = await stage().counsellor(url, 'noor');
  await noor.desk.bePresent('pause');
});

const SECRET = 'Mijn-zus-weet-het-Q7Zklaproos';

/** Somebody who read another page before, so that Back has somewhere to go. */
async function arrive(javaScriptEnabled = true) {
  const person = await stage().people.arrive({
    allowed: [url, stage().neutral.origin],
    javaScriptEnabled,
  });
  await openShadows(person.context);
  await person.page.goto(`${stage().neutral.origin}/before`);
  return person;
}

/** Sylvie waits for an answer and has written something already. */
async function waiting(): Promise<Visitor> {
  const person = await arrive();
  await person.page.goto(stage().chatUrl(url, 'nl'));
  const chat = visitorPage(person.page, 'nl');
  await chat.queueUp();
  await chat.write(SECRET);
  return { ...person, chat };
}

/** The same inside the organisation's website. */
async function waitingInside() {
  const person = await arrive();
  await person.page.goto(`${url}/demo?lang=nl`);
  const host = hostPage(person.page, 'nl');
  await host.launcher.click();
  await host.chat.queueUp();
  await host.chat.write(SECRET);
  return { ...person, host };
}

type Leaver = Awaited<ReturnType<typeof arrive>>;

/** Where Back, Forward and Back again lead, and all that can be seen there. */
async function retrace({ page }: Leaver): Promise<readonly string[]> {
  await page.waitForURL(stage().neutral.url);
  const places: string[] = [];
  for (const move of ['goBack', 'goForward', 'goBack'] as const) {
    await page[move]({ waitUntil: 'commit' });
    for (const frame of page.frames()) {
      expect(await frame.locator('textarea').count()).toBe(0);
      expect(await frame.evaluate(() => document.documentElement.outerHTML)).not.toContain(SECRET);
    }
    places.push(...page.frames().map((frame) => frame.url().replace(/[#?].*/, '')));
  }
  return places;
}

async function expectNothingStored({ page, watch, leave }: Leaver): Promise<void> {
  await page.goto(`${url}/healthz`);
  expect(await storedBy(page)).toEqual(NOTHING_STORED);
  expect(watch.violations).toEqual([]);
  expect(watch.strangers).toEqual([]);
  await leave();
}

/** Away, and neither Back nor Forward nor what is stored says where from. */
async function expectGone(leaver: Leaver): Promise<void> {
  const before = `${stage().neutral.origin}/before`;
  expect(await retrace(leaver)).toEqual([before, stage().neutral.url, before]);
  await expectNothingStored(leaver);
}

/** Away by the plain link, while there was nothing to hide yet: Back leads to where a page begins. */
async function expectLeft(leaver: Leaver, from: string): Promise<void> {
  const places = await retrace(leaver);
  expect(places[0]).toBe(`${url}${from}`);
  expect(places).toContain(stage().neutral.url);
  await expectNothingStored(leaver);
}

describe('the quick exit, in a window of its own', () => {
  test('a click leaves, and Back does not return', async () => {
    const sylvie = await waiting();
    await sylvie.chat.exit.click();
    await expectGone(sylvie);
  });

  test('Shift pressed three times leaves, also while writing', async () => {
    const sylvie = await waiting();
    await sylvie.chat.field.focus();
    for (const key of ['ShiftLeft', 'ShiftRight', 'ShiftLeft']) await sylvie.page.keyboard.press(key);
    await expectGone(sylvie);
  });

  test('capitals never leave', async () => {
    const sylvie = await waiting();
    await sylvie.chat.field.focus();
    for (const key of ['Shift+H', 'Shift+E', 'Shift+L', 'Shift+P', 'Shift', 'Shift']) {
      await sylvie.page.keyboard.press(key);
    }
    expect(await sylvie.chat.field.inputValue()).toBe(`${SECRET}HELP`);
    await sylvie.leave();
  });

  test('the link leaves before the scripts have come', async () => {
    const sylvie = await arrive();
    // The network of an old phone, at its worst: the document is there, its scripts are still on their way.
    await sylvie.page.route('**/chat/assets/*.js', () => undefined);
    await sylvie.page.goto(stage().chatUrl(url, 'nl'), { waitUntil: 'commit' });
    await sylvie.page.locator('a#exit').click();
    await expectLeft(sylvie, '/chat');
  });

  test('the link leaves when only the first small script has come', async () => {
    const sylvie = await arrive();
    await sylvie.page.route(
      (address) =>
        /\/chat\/assets\/.*\.js$/.test(address.pathname) && !/\/chat-[^/]*\.js$/.test(address.pathname),
      () => undefined,
    );
    await sylvie.page.goto(stage().chatUrl(url, 'nl'), { waitUntil: 'commit' });
    await sylvie.page.locator('html[data-look]').waitFor();
    for (const key of ['ShiftRight', 'ShiftRight', 'ShiftRight']) await sylvie.page.keyboard.press(key);
    await expectGone(sylvie);
  });

  test('the link leaves where no script may run', async () => {
    const sylvie = await arrive(false);
    await sylvie.page.goto(stage().chatUrl(url, 'nl'));
    await sylvie.page.getByText('112').first().waitFor();
    await sylvie.page.locator('a#exit').click();
    await sylvie.page.waitForURL(stage().neutral.url);
    await sylvie.page.goBack();
    expect(sylvie.page.url()).toBe(stage().chatUrl(url, 'nl'));
    await sylvie.leave();
  });
});

describe('the quick exit, inside a website', () => {
  test('the button in the frame leaves the whole website', async () => {
    const sylvie = await waitingInside();
    await sylvie.host.chat.exit.click();
    await expectGone(sylvie);
  });

  test('the bar of the website leaves', async () => {
    const sylvie = await waitingInside();
    await sylvie.host.exit.click();
    await expectGone(sylvie);
  });

  test('the bar leaves while the chat is folded away', async () => {
    const sylvie = await waitingInside();
    await sylvie.host.fold.click();
    await sylvie.host.exit.click();
    await expectGone(sylvie);
  });

  test('Shift pressed three times leaves, wherever the focus is', async () => {
    for (const place of ['frame', 'website'] as const) {
      const sylvie = await waitingInside();
      if (place === 'frame') await sylvie.host.chat.field.focus();
      else await sylvie.host.launcher.focus();
      for (const key of ['ShiftLeft', 'ShiftLeft', 'ShiftRight']) await sylvie.page.keyboard.press(key);
      await expectGone(sylvie);
    }
  });

  test('the link in the frame leaves the whole website before the scripts of the chat have come', async () => {
    const sylvie = await arrive();
    await sylvie.page.route('**/chat/assets/*.js', () => undefined);
    await sylvie.page.goto(`${url}/demo?lang=nl`);
    const host = hostPage(sylvie.page, 'nl');
    await host.launcher.click();
    await host.chat.exit.click();
    await expectLeft(sylvie, '/demo');
  });

  test('the link in the frame leaves the whole website where no script may run', async () => {
    const host = createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>Buurthuis</title><iframe src="${stage().chatUrl(url, 'nl')}"></iframe>`);
    });
    host.listen(0, 'localhost');
    await once(host, 'listening');
    closing.defer(() => {
      host.closeAllConnections();
      host.close();
    });
    const sylvie = await arrive(false);
    await sylvie.page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    await sylvie.page.frameLocator('iframe').locator('a#exit').click();
    await sylvie.page.waitForURL(stage().neutral.url);
    expect(sylvie.page.frames()).toHaveLength(1);
    await sylvie.leave();
  });
});
