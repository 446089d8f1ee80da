import process from 'node:process';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { root, run } from './lib/run.mjs';
import { requireSystemPackages } from './lib/system-packages.mjs';

// Takes the pictures of the README anew: docs/images/visitor.png and console.png.
requireNode();
await install();
await requireSystemPackages(['redis-server', 'postgresql', 'chromium']);
await build();
process.exitCode = await run(process.execPath, [`${root}/test/e2e/screenshots.mjs`]);
