import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, mustRun, root } from './lib/run.mjs';

const server = `${root}/server`;
const folder = mkdtempSync(join(tmpdir(), 'haven-simulation-'));
const bundle = join(folder, 'main.mjs');

requireNode();
await install();
await mustRun(binary('esbuild', server), [
  `${server}/src/simulation/main.ts`,
  '--bundle',
  '--platform=node',
  '--target=node20',
  '--format=esm',
  '--log-level=warning',
  `--outfile=${bundle}`,
]);
/** @typedef {{ line: (text: string) => void, say: (text: string) => void }} Surroundings */
const { simulateWays } =
  /** @type {{ simulateWays: (args: string[], surroundings: Surroundings) => Promise<number> }} */ (
    await import(pathToFileURL(bundle).href)
  );
rmSync(folder, { recursive: true });
process.exitCode = await simulateWays(process.argv.slice(2), {
  line: (text) => console.log(text),
  say: (text) => console.error(text),
});
