import { existsSync } from 'node:fs';
import process from 'node:process';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/run.mjs';

requireNode();
await install();
await build();

const server = `${root}/server/dist/main.js`;
if (!existsSync(server)) {
  console.error('The server was not built: server/dist/main.js is missing.');
  process.exit(1);
}
process.env['NODE_ENV'] ??= 'production';
process.setSourceMapsEnabled(true);
// In this process, so that signals and the exit code are the server's own.
await import(server);
