import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type BrowserContext,
  type Page,
} from 'playwright-core';
import { CHROMIUM_ARGUMENTS, PATIENCE_MS, shellPath } from './chromium';
import { watchContext, type Watch } from './browser-watch';

/** Somebody at a browser of their own: nothing is shared with anybody else's. */
export type Person = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  readonly leave: () => Promise<void>;
};

export type PersonSettings = BrowserContextOptions & {
  /** Origins that this person's browser may ask for anything. */
  readonly allowed?: readonly string[];
};

export type People = {
  readonly browser: Browser;
  arrive(settings?: PersonSettings): Promise<Person>;
  stop(): Promise<void>;
};

/** One browser for everybody of a file: each person gets a context, which is as separate as another device. */
export async function startPeople(executable = shellPath()): Promise<People> {
  const browser = await chromium.launch({
    headless: true,
    executablePath: executable,
    args: [...CHROMIUM_ARGUMENTS],
  });
  return {
    browser,
    arrive: async ({ allowed = [], ...options } = {}) => {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(PATIENCE_MS);
      const watch = await watchContext(context, allowed);
      const page = await context.newPage();
      return { context, page, watch, leave: () => context.close() };
    },
    stop: () => browser.close(),
  };
}

/** What the console remembers between shifts, set before its first page opens. */
export async function prefer(
  { context }: Pick<Person, 'context'>,
  preferences: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  await context.addInitScript((kept) => {
    localStorage.setItem('haven-console-preferences', kept);
  }, JSON.stringify(preferences));
}
