import type { Locator, Page } from 'playwright-core';

/** More stops than any of our screens has. */
const STOPS = 120;

/** Presses Tab until the element has the focus, as somebody without a mouse does; throws when it never has. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const hasFocus = () => target.evaluate((element) => element.ownerDocument.activeElement === element);
  for (let stop = 0; stop < STOPS; stop++) {
    if (await hasFocus()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} cannot be reached with ${key}`);
}

/** Reaches a button or link and presses it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Whether the focused element shows that it is: an outline, or a ring that the style draws. */
export const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return false;
    const rings = [activeElement, ...activeElement.querySelectorAll('*'), activeElement.parentElement];
    return rings.some((element) => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
  });
