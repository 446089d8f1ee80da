import process from 'node:process';
import { importBundled } from './lib/import-bundled.mjs';

/** @typedef {{ line: (text: string) => void, say: (text: string) => void }} Surroundings */
const { simulateWays } =
  /** @type {{ simulateWays: (args: string[], surroundings: Surroundings) => Promise<number> }} */ (
    await importBundled('simulation/main.ts')
  );
process.exitCode = await simulateWays(process.argv.slice(2), {
  line: (text) => console.log(text),
  say: (text) => console.error(text),
});
