import process from 'node:process';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, run } from './lib/run.mjs';

requireNode();
await install();
const lint = await run(binary('oxlint'), ['--type-aware', '--fix']);
const format = await run(binary('biome'), ['format', '--write', '.']);
process.exitCode = lint || format;
