import process from 'node:process';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { runTests } from './lib/run-tests.mjs';
import { requireSystemPackages, wantSystemPackages } from './lib/system-packages.mjs';

requireNode();
await install();
await requireSystemPackages(['redis-server', 'postgresql', 'chromium', 'openssl']);
await wantSystemPackages(['chromium-headless-shell']);
await build();
process.exitCode = await runTests(process.argv.slice(2));
