import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { startServer } from '../support/haven-server';
import { writeLargeOrganisation } from '../support/large-organisation';
import { consolePage } from '../support/page-console';
import { findLayoutFaults } from '../support/page-layout';

const DESKS = 50;

/** The desks whose cards stand on the screen as a whole, by the whole name. */
const legible = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main [data-look]')]
      .filter((card) => {
        const { top, bottom } = card.getBoundingClientRect();
        const isWhole = [card, ...card.querySelectorAll('strong')].every(
          ({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth,
        );
        return isWhole && top >= 0 && bottom <= window.innerHeight;
      })
      .map((card) => card.querySelector('strong')?.textContent ?? ''),
  );
const cards = (page: Page) => page.locator('main [data-look]').count();

describe('A board of fifty desks', () => {
  const closing = createClosing();
  let board: Page;
  let wall: Page;
  beforeAll(async () => {
    const organisation = closing.add(writeLargeOrganisation({ desks: DESKS, people: 2 }));
    const server = closing.add(await startServer({ env: organisation.env }));
    const people = closing.add(await startPeople());
    const fatma = await people.arrive({ allowed: [server.url] });
    const desk = consolePage(fatma.page, 'nl');
    await desk.signIn(server.url, 'counsellor-2');
    board = fatma.page;
    await board.goto(`${server.url}/console/board`);
    await board.getByText(desk.plain('display.title'), { exact: true }).click();
    await board.getByLabel(desk.say('display.name')).fill('Teamkamer');
    await board.getByRole('button', { name: desk.say('display.make') }).click();
    const link = await board.getByLabel(desk.say('display.link')).inputValue();
    const screen = await people.arrive({ allowed: [server.url], viewport: { width: 1920, height: 1080 } });
    wall = screen.page;
    await wall.goto(link);
    await wall.locator('main [data-look]').first().waitFor();
  });
  afterAll(closing.close);

  it('shows every desk of the house on the wall, each by its whole name', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      await wall.setViewportSize({ width, height });
      const shown = await legible(wall);
      expect([width, new Set(shown).size]).toEqual([width, DESKS]);
    }
  });

  it('turns pages on a screen that is too small for all, and cuts no card in half', async () => {
    await wall.setViewportSize({ width: 1280, height: 480 });
    await wall.getByText(/blad \d+ van \d+/).waitFor();
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          const [shown, count] = [await legible(wall), await cards(wall)];
          expect(shown).toHaveLength(count);
          for (const name of shown) seen.add(name);
          return seen.size;
        },
        { timeout: 90_000, interval: 1_000 },
      )
      .toBe(DESKS);
  });

  it('fits a telephone, on the wall and in the console', async () => {
    for (const page of [wall, board]) {
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await findLayoutFaults(page)).toEqual([]);
    }
    expect(await cards(wall)).toBe(DESKS);
  });
});
