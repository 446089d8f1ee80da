import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));

const { devDependencies } = /** @type {{ devDependencies: Record<string, string> }} */ (
  JSON.parse(readFileSync(`${folder}../package.json`, 'utf8'))
);

// main.ts, and every *.process.ts that a bench starts beside itself. They end up in one folder, so each finds the
// others by `new URL('./floor.process.js', import.meta.url)`.
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /^main\.ts$|\.process\.ts$/.test(path),
);

await esbuild.build({
  absWorkingDir: folder,
  entryPoints: programs,
  entryNames: '[name]',
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'warning',
  // Dependencies stay outside; our own packages come as source.
  external: Object.keys(devDependencies).filter((name) => !name.startsWith('@haven/')),
});
