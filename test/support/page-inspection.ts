import type { Language } from '@haven/shared/protocol/organisation';
import type { Page } from 'playwright-core';
import type { Stage } from './browser-stage';
import { findBarriers, findFaintText } from './page-accessibility';
import { findLayoutFaults, findPseudoFaults, findRightToLeftFaults } from './page-layout';
import { castOf, darkTour, type Look, tour } from './page-tour';

export const WIDTHS = [320, 390, 768, 1440] as const;
const HEIGHT = 844;

/** Gives what is wrong on a page, a line each. */
type Inspect = (page: Page) => Promise<readonly string[]>;

/** While it rings, there is no time to look from every side. */
const RINGING: readonly string[] = ['offer', 'handing over'];

/** Gathers what is wrong on each screen, so that one run tells all of it. */
function inspection(look: Inspect) {
  const faults: string[] = [];
  const screens: string[] = [];
  const add: Look = async (screen, page) => {
    screens.push(screen);
    const found = await (RINGING.includes(screen) ? otherLanguage(page) : look(page));
    faults.push(...found.map((fault) => `${screen}: ${fault}`));
  };
  return { add, faults, screens };
}

/** Both sides from the first screen to the last, each looked at when it stands there complete. */
export async function inspectEveryScreen(
  stage: Stage,
  language: Language,
  inspect: { readonly visitor: Inspect; readonly staff: Inspect },
) {
  const visitor = inspection(inspect.visitor);
  const staff = inspection(inspect.staff);
  const cast = await castOf(stage, language);
  await tour(cast, language, visitor.add, staff.add);
  await darkTour(stage, language, visitor.add);
  await Promise.all([cast.visitor.leave(), cast.counsellor.leave(), cast.colleague.leave()]);
  return { visitor, staff };
}

/** Until what floats beside something has found its place again. */
export async function resize(page: Page, width: number): Promise<void> {
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
export async function otherLanguage(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  const barriers = await findBarriers(page);
  await resize(page, 320);
  const faults = await findLayoutFaults(page);
  await page.setViewportSize(before);
  return [...barriers, ...faults];
}

export async function visitorFaults(page: Page): Promise<readonly string[]> {
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

export async function staffFaults(page: Page): Promise<readonly string[]> {
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
