import process from 'node:process';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, run } from './lib/run.mjs';

/** @type {readonly [name: string, program: string, ...args: string[]][]} */
const CHECKS = [
  ['format', 'biome', 'format', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc', '--build'],
  ['unused code', 'knip', '--no-progress'],
];

requireNode();
await install();
const failed = [];
for (const [name, program, ...args] of CHECKS) {
  console.log(`— ${name}`);
  if ((await run(binary(program), args)) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
