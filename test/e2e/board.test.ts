import { createTimes } from '@haven/console/ui/times';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { consolePage } from '../support/page-console';
import { findLayoutFaults } from '../support/page-layout';

/** What matters and does not stand on the screen as a whole: nobody scrolls a wall. */
const hidden = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main dd, main [role="alert"] li, main [data-look]')]
      .filter((each) => {
        const { top, bottom, left, right } = each.getBoundingClientRect();
        return top < 0 || left < 0 || bottom > window.innerHeight || right > window.innerWidth;
      })
      .map((each) => each.textContent),
  );

const FAR_AWAY = 'America/Paramaribo';
/** The minutes that have begun since a moment, on the clock of the organisation. */
const minutesSince = (start: number): readonly string[] => {
  const clock = createTimes('nl', 'Europe/Amsterdam').clock;
  const count = Math.floor((Date.now() - start) / 60_000) + 2;
  return Array.from({ length: count }, (_, minute) => clock(start + minute * 60_000));
};

describe('The board of the supervisor', () => {
  let stage: Stage;
  let noor: Counsellor;
  let fatma: Counsellor;
  beforeAll(async () => {
    stage = await startStage();
    const [one, other] = stage.haven.nodes;
    noor = await stage.counsellor(one.url, 'noor');
    // She is away from home, and her colleagues' times are hers.
    fatma = await stage.counsellor(other.url, 'fatma', 'nl', { timezoneId: FAR_AWAY });
  });
  afterAll(() => stage.stop());

  it('shows on another node who waits, who is served, and a red chat before all', async () => {
    const { page, desk } = fatma;
    await desk.goTo('pages.board');
    const row = page.getByRole('row', { name: /^Bureau Amsterdam/ });
    await row.waitFor();

    // Somebody is on duty, and takes nobody yet: otherwise Anna would be told so before she is asked anything.
    await noor.desk.bePresent('busy');
    const anna = await stage.visitor(stage.haven.nodes[0].url);
    await anna.chat.start();
    await anna.chat.answer({ forWhom: 'myself', topics: ['safety'], region: 'Amsterdam' });
    await anna.chat.enter();
    await page.getByRole('row', { name: /^Bureau Amsterdam 1 \d:\d\d/ }).waitFor();
    await noor.desk.bePresent('available');

    await noor.desk.claimOffer();
    await noor.desk.judge('red');
    const person = page.getByRole('row', { name: /^noor/i });
    await person.getByText(desk.plain('safety.red')).waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: desk.say('board.red') }).waitFor();
    const served = page.getByRole('row', { name: /^Bureau Amsterdam 0 – – 1 .* open$/ });
    await served.waitFor();
    expect(await page.getByRole('heading', { name: desk.say('board.red') }).count()).toBe(1);
  });

  it('has no barriers, in light and in dark, and fits a telephone', async () => {
    const { page } = fatma;
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(page)).toEqual([]);
    for (const width of [360, 390, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await findLayoutFaults(page)]).toEqual([width, []]);
    }
  });

  it('is not for a counsellor: neither the page nor what it would show', async () => {
    const { page, desk } = noor;
    await page.goto(`${stage.haven.nodes[0].url}/console/board`);
    await desk.presenceButton.waitFor();
    await page.waitForURL(/\/console\/?$/);
    expect(await page.getByRole('heading', { name: desk.say('pages.board') }).count()).toBe(0);
  });

  it('hangs on a wall by a link of its own, survives its node, and is ended by a supervisor', async () => {
    const { page, desk } = fatma;
    const start = Date.now();
    await page.getByLabel(desk.say('display.name')).fill('Teamkamer');
    await page.getByRole('button', { name: desk.say('display.make') }).click();
    const link = new URL(await page.getByLabel(desk.say('display.link')).inputValue());
    const path = await stage.haven.path(0);
    const wall = await stage.people.arrive({ allowed: [path.url], timezoneId: FAR_AWAY });
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
    await wall.page.goto(`${path.url}${link.pathname}${link.hash}`);
    const screen = consolePage(wall.page, 'nl');
    const card = wall.page.getByRole('listitem').filter({ hasText: 'Bureau Amsterdam' }).last();
    await card.waitFor();
    expect(new URL(wall.page.url()).hash).toBe('');
    const shown = await wall.page.locator('main').innerText();
    for (const name of ['Noor', 'Fatma']) expect(shown).not.toContain(name);
    await page.getByText(desk.plain('display.on')).waitFor();
    const onTheClock = new RegExp(minutesSince(start).join('|'));
    expect(await wall.page.locator('header').innerText()).toMatch(onTheClock);
    expect(await page.getByRole('listitem').filter({ hasText: 'Teamkamer' }).innerText()).toMatch(onTheClock);

    expect(await findBarriers(wall.page)).toEqual([]);
    await wall.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(wall.page)).toEqual([]);
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      await wall.page.setViewportSize({ width, height });
      expect([width, await hidden(wall.page)]).toEqual([width, []]);
    }
    await wall.page.emulateMedia({ colorScheme: 'light' });
    await wall.page.setViewportSize({ width: 1920, height: 1080 });

    path.cut();
    await wall.page
      .getByRole('alert')
      .getByText(/Geen verbinding/)
      .waitFor();
    path.resume();
    await wall.page.getByText(/Geen verbinding/).waitFor({ state: 'detached' });
    await stage.haven.nodes[0].kill9();
    await wall.page.getByText(/Geen verbinding/).waitFor({ state: 'attached' });
    await wall.page.getByText(/Geen verbinding/).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: desk.say('display.end-label', { name: 'Teamkamer' }) }).click();
    await wall.page.getByRole('heading', { name: screen.say('display.over') }).waitFor();
    expect(await findBarriers(wall.page)).toEqual([]);
    await wall.page.reload();
    await wall.page.getByRole('heading', { name: screen.say('display.over') }).waitFor();
  });
});
