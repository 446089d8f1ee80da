import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { binary, mustRun, root } from './run.mjs';

/**
 * What a module of the server exports, compiled for the occasion: for commands that need none of the server's build.
 * @param {string} file below `server/src`
 * @returns {Promise<unknown>}
 */
export async function importBundled(file) {
  const server = `${root}/server`;
  requireNode();
  await install();
  // A folder of its own: the same command, or a test of it, may run beside this one.
  const folder = mkdtempSync(join(tmpdir(), 'haven-command-'));
  const bundle = join(folder, 'main.mjs');
  await mustRun(binary('esbuild', server), [
    `${server}/src/${file}`,
    '--bundle',
    '--platform=node',
    '--target=node20',
    '--format=esm',
    '--log-level=warning',
    `--outfile=${bundle}`,
  ]);
  /** @type {unknown} */
  const exported = await import(pathToFileURL(bundle).href);
  rmSync(folder, { recursive: true });
  return exported;
}
