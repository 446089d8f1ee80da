import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A frame has landmarks of its own, beside those of the page around it. */
const PER_DOCUMENT = [
  'landmark-unique',
  'landmark-no-duplicate-main',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
];

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
  const axe = new AxeBuilder({ page });
  if (page.frames().length > 1) axe.disableRules(PER_DOCUMENT);
  // Without a page of its own to gather the results in: all our frames are of one origin.
  const { violations } = await choose(axe.setLegacyMode()).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [id, help, target.flat().join(' › '), failureSummary.replace(/\s+/g, ' ')].join(' | '),
    ),
  );
}
