import process from 'node:process';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { binary, root, run } from './lib/run.mjs';

requireNode();
await install();
await build();

const stopping = new AbortController();
const stop = stopping.signal;
const watchers = [
  run(binary('vite', `${root}/web-client`), ['build', '--watch'], { cwd: `${root}/web-client`, stop }),
  run(binary('vite', `${root}/console`), ['build', '--watch'], { cwd: `${root}/console`, stop }),
  run(process.execPath, ['build.mjs', '--watch'], { cwd: `${root}/server`, stop }),
  run(process.execPath, ['--watch', '--enable-source-maps', 'dist/main.js'], { cwd: `${root}/server`, stop }),
];
// One that stops, stops all: half a development server misleads.
process.exitCode = await Promise.race(watchers);
stopping.abort();
