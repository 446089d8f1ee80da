import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { root, run } from './run.mjs';

/**
 * Runs a command of the server, with the words that follow it.
 * @param {'audit' | 'backup' | 'invite' | 'restore'} name
 */
export async function runCommand(name) {
  requireNode();
  await install();
  await build();
  const program = `${root}/server/dist/commands/main.js`;
  process.exitCode = await run(process.execPath, [
    '--enable-source-maps',
    program,
    name,
    ...process.argv.slice(2),
  ]);
}
