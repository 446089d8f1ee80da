import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { hostPage, openShadows } from '../support/page-host';
import { findLayoutFaults, findPseudoFaults, findRightToLeftFaults } from '../support/page-layout';
import { castOf, darkTour, type Look, tour } from '../support/page-tour';

const closing = createClosing();
let stage: Stage;
beforeAll(async () => {
  stage = closing.add(await startStage());
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

const WIDTHS = [320, 390, 768, 1440] as const;
const HEIGHT = 844;

/** While it rings, there is no time to look from every side. */
const RINGING: readonly string[] = ['offer', 'handing over'];

/** Gathers what is wrong on each screen, so that one run tells all of it. */
function inspection(look: (page: Page) => Promise<readonly string[]>) {
  const faults: string[] = [];
  const screens: string[] = [];
  const add: Look = async (screen, page) => {
    screens.push(screen);
    const found = await (RINGING.includes(screen) ? otherLanguage(page) : look(page));
    faults.push(...found.map((fault) => `${screen}: ${fault}`));
  };
  return { add, faults, screens };
}

/** Until what floats beside something has found its place again. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.evaluate(
    () =>
      new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settled)))),
  );
}

const setLook = (page: Page, look: string) =>
  page.evaluate((value) => {
    document.documentElement.dataset['look'] = value;
  }, look);

/** The words change with the language, and little else. */
async function otherLanguage(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  const barriers = await findBarriers(page);
  await resize(page, 320);
  const faults = await findLayoutFaults(page);
  await page.setViewportSize(before);
  return [...barriers, ...faults];
}

async function visitorFaults(page: Page): Promise<readonly string[]> {
  const faults = [...(await findBarriers(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await findFaintText(page)).map((fault) => `dark: ${fault}`));
  await setLook(page, 'disguise');
  faults.push(...(await findFaintText(page)).map((fault) => `dark disguise: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  faults.push(...(await findFaintText(page)).map((fault) => `disguise: ${fault}`));
  await setLook(page, 'auto');
  for (const width of WIDTHS) {
    await resize(page, width);
    faults.push(...(await findLayoutFaults(page)).map((fault) => `${width} px: ${fault}`));
  }
  await resize(page, 320);
  faults.push(...(await findPseudoFaults(page)).map((fault) => `pseudo-locale: ${fault}`));
  faults.push(...(await findRightToLeftFaults(page)).map((fault) => `right to left: ${fault}`));
  await page.setViewportSize({ width: 390, height: HEIGHT });
  return faults;
}

async function staffFaults(page: Page): Promise<readonly string[]> {
  const faults = [...(await findBarriers(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await findFaintText(page)).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of WIDTHS) {
    await resize(page, width);
    faults.push(...(await findLayoutFaults(page)).map((fault) => `${width} px: ${fault}`));
  }
  await page.setViewportSize(before);
  return faults;
}

describe('everybody can use every screen, at every width and in every colour', () => {
  test.each(['nl', 'en'] as const)('in the language %s', async (language) => {
    const visitor = inspection(language === 'nl' ? visitorFaults : otherLanguage);
    const staff = inspection(language === 'nl' ? staffFaults : otherLanguage);
    const cast = await castOf(stage, language);
    await tour(cast, language, visitor.add, staff.add);
    await darkTour(stage, language, visitor.add);
    expect(visitor.screens).toContain('ended');
    expect(staff.screens).toContain('empty');
    expect({ visitor: visitor.faults, staff: staff.faults }).toEqual({ visitor: [], staff: [] });
    await Promise.all([cast.visitor.leave(), cast.counsellor.leave(), cast.colleague.leave()]);
  });

  test('before anybody has signed in, and in the organisation’s website', async () => {
    const { url } = stage.haven.nodes[0];
    for (const language of ['nl', 'en'] as const) {
      const person = await stage.people.arrive();
      await openShadows(person.context);
      await person.page.goto(`${url}/console`);
      await person.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await staffFaults(person.page)).toEqual([]);
      await person.page.goto(`${url}/demo?lang=${language}`);
      const host = hostPage(person.page, language);
      expect(await findBarriers(person.page)).toEqual([]);
      await host.launcher.click();
      await host.chat.title('safe.title').waitFor();
      for (const width of WIDTHS) {
        await resize(person.page, width);
        expect([width, ...(await findLayoutFaults(person.page))]).toEqual([width]);
        expect([width, ...(await findLayoutFaults(await host.frame()))]).toEqual([width]);
      }
      expect(await findBarriers(person.page)).toEqual([]);
      await person.leave();
    }
  });
});
