import axe, { type RunOnly, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A frame has landmarks of its own, beside those of the page around it. */
const PER_DOCUMENT = [
  'landmark-unique',
  'landmark-no-duplicate-main',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
];

/** A frame tells the page around it, even where neither has an address. */
const TRUSTING = `axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`;

/** What axe finds on the page and in its frames, a line each; empty when nothing. */
export const findBarriers = (page: Page): Promise<readonly string[]> =>
  analyse(page, { type: 'tag', values: RULES });

/** The same for contrast alone: what else there is does not change with the colours. */
export const findFaintText = (page: Page): Promise<readonly string[]> =>
  analyse(page, { type: 'rule', values: ['color-contrast'] });

/** The tool itself, told to be quick: its wrapper for Playwright hands all that is right over as well, which takes longest. */
async function analyse(page: Page, only: RunOnly): Promise<readonly string[]> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      // In transition, a colour would be judged that nobody sees for longer than a moment.
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
      }
    });
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(`${axe.source};${TRUSTING}`);
  }
  const disabled = page.frames().length > 1 ? PER_DOCUMENT : [];
  const options: RunOptions = {
    runOnly: only,
    rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  // The page's own gathers the results of its frames.
  const violations = await page.evaluate(async (given) => {
    const { axe: tool } = globalThis as unknown as { readonly axe: typeof axe };
    return (await tool.run(document, given)).violations;
  }, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [id, help, target.flat().join(' › '), failureSummary.replace(/\s+/g, ' ')].join(' | '),
    ),
  );
}
