import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, mustRun, root } from './lib/run.mjs';

const server = `${root}/server`;
// A folder of its own: two ceremonies, or tests, may run at once.
const folder = mkdtempSync(join(tmpdir(), 'haven-keys-'));
const bundle = join(folder, 'main.mjs');

requireNode();
await install();
await mustRun(binary('esbuild', server), [
  `${server}/src/keys/main.ts`,
  '--bundle',
  '--platform=node',
  '--target=node20',
  '--format=esm',
  '--log-level=warning',
  `--outfile=${bundle}`,
]);
/** @typedef {{ input: NodeJS.ReadStream, output: NodeJS.WriteStream, errors: NodeJS.WriteStream }} Surroundings */
const { keys } = /** @type {{ keys: (args: string[], surroundings: Surroundings) => Promise<number> }} */ (
  await import(pathToFileURL(bundle).href)
);
rmSync(folder, { recursive: true });
// npm runs its scripts in the root; names of files are meant from where the person is.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
const { stdin: input, stdout: output, stderr: errors } = process;
process.exitCode = await keys(process.argv.slice(2), { input, output, errors });
