import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page and in its frames, a line each; empty when nothing. */
export const findBarriers = (page: Page): Promise<readonly string[]> =>
  analyse(page, (axe) => axe.withTags(RULES));

/** The same for contrast alone: what else there is does not change with the colours. */
export const findFaintText = (page: Page): Promise<readonly string[]> =>
  analyse(page, (axe) => axe.withRules(['color-contrast']));

async function analyse(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // In transition, a colour would be judged that nobody sees for longer than a moment.
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
      }
    });
  }
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [id, help, target.flat().join(' › '), failureSummary.replace(/\s+/g, ' ')].join(' | '),
    ),
  );
}
