import type { Browser, BrowserContext } from 'playwright-core';
import { afterEach } from 'vitest';

const WITHIN_MS = 3_000;

/** After a test that failed: what stood on everybody's screen then. To be called at the top of a file. */
export function tellScreensOfFailures(open: () => readonly (Browser | BrowserContext | undefined)[]): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const contexts = open().flatMap((each) =>
      each === undefined ? [] : 'contexts' in each ? each.contexts() : [each],
    );
    for (const page of contexts.flatMap((context) => context.pages())) {
      console.log(`— ${task.name}\n— ${page.url()}`);
      for (const frame of page.frames()) {
        const text = await frame
          .locator('body')
          .innerText({ timeout: WITHIN_MS })
          .catch(() => 'nothing to be read');
        console.log(text.replace(/\n\s*\n+/g, '\n').slice(0, 2_500));
      }
    }
  });
}
