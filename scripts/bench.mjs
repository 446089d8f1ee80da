import process from 'node:process';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { mustRun, root, run } from './lib/run.mjs';
import { requireSystemPackages } from './lib/system-packages.mjs';

const bench = `${root}/test/bench`;

requireNode();
await install();
await requireSystemPackages(['redis-server', 'postgresql', 'chromium']);
await build();
await mustRun(process.execPath, [`${bench}/build.mjs`]);
process.exitCode = await run(process.execPath, [
  '--enable-source-maps',
  `${bench}/dist/main.js`,
  ...process.argv.slice(2),
]);
