import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
// Beside support/, so that what is found relative to a support file is found relative to the bundle as well.
const outfile = `${folder}../dist/screenshots.process.js`;

const { devDependencies } = /** @type {{ devDependencies: Record<string, string> }} */ (
  JSON.parse(readFileSync(`${folder}../package.json`, 'utf8'))
);

await esbuild.build({
  absWorkingDir: folder,
  entryPoints: ['screenshots.process.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Dependencies stay outside; our own packages come as source.
  external: Object.keys(devDependencies).filter((name) => !name.startsWith('@haven/')),
});
await import(outfile);
