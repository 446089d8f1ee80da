import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { temporaryFolder } from './child';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/**
 * The same engine without the windows, toolbars and background pages around it, which take two thirds of a processor
 * second for each person who arrives.
 */
const SHELL = 'chromium-headless-shell';

/** How long a browser may take to show what a test waits for: much else may go on on the machine. */
export const PATIENCE_MS = 90_000;

/** What the system's Chromium needs to run as root, without a display and without looking for the outside world. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type PersistentBrowser = {
  readonly context: BrowserContext;
  /** The profile on disk, to be searched after `close`. */
  readonly profile: string;
  /** Ends the browser and leaves the profile. */
  close(): Promise<void>;
  /** Ends the browser and removes the profile. */
  stop(): Promise<void>;
};

export type BrowserSettings = Omit<
  NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>,
  'executablePath' | 'args'
> & { readonly args?: readonly string[] };

/** The whole browser, as people have it. */
export function chromiumPath(): string {
  const path = firstInPath(NAMES);
  if (path === undefined) throw new Error('Chromium is not in the PATH; npm test says how to install it.');
  return path;
}

/** Its engine alone, where that is installed. */
export const shellPath = (): string => firstInPath([SHELL]) ?? chromiumPath();

function firstInPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium with a fresh profile on disk, so that what it leaves behind can be searched. */
export async function startChromium({
  args = [],
  ...settings
}: BrowserSettings = {}): Promise<PersistentBrowser> {
  const folder = temporaryFolder('profile');
  const context = await chromium
    .launchPersistentContext(folder.path, {
      headless: true,
      ...settings,
      executablePath: chromiumPath(),
      args: [...CHROMIUM_ARGUMENTS, ...args],
    })
    .catch((error: unknown) => {
      folder.remove();
      throw error;
    });
  context.setDefaultTimeout(PATIENCE_MS);
  const close = () => context.close();
  return {
    context,
    profile: folder.path,
    close,
    stop: async () => {
      await close();
      folder.remove();
    },
  };
}
