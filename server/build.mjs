import { mkdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { writeNewDatabase } from './new-database.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (
  JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
);

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
  // The server's own dependencies stay outside; shared, and what only shared depends on, come along.
  external: Object.keys(dependencies).filter((name) => !name.startsWith('@haven/')),
};

mkdirSync(`${folder}dist/records`, { recursive: true });
await writeNewDatabase(`${folder}dist/records/new-database.tar.gz`);

if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}
