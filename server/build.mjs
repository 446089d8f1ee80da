import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { writeNewDatabase } from './new-database.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: folder,
  // The server, its commands, and what its worker thread runs.
  entryPoints: ['src/main.ts', 'src/commands/main.ts', 'src/records/embedded-worker.ts'],
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'warning',
  // One file is read and compiled in half the time of a thousand. Of the libraries, only the embedded database stays
  // outside: it brings files of its own.
  external: ['@electric-sql/*'],
  // Of the CommonJS among them.
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);`,
  },
  // Positions are enough, and the text of the libraries is long.
  sourcesContent: false,
};

mkdirSync(`${folder}dist/records`, { recursive: true });
await writeNewDatabase(`${folder}dist/records/new-database.tar.gz`);

if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}
