import process from 'node:process';
import { importBundled } from './lib/import-bundled.mjs';

/** @typedef {{ input: NodeJS.ReadStream, output: NodeJS.WriteStream, errors: NodeJS.WriteStream }} Surroundings */
const { keys } = /** @type {{ keys: (args: string[], surroundings: Surroundings) => Promise<number> }} */ (
  await importBundled('keys/main.ts')
);
// npm runs its scripts in the root; names of files are meant from where the person is.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
const { stdin: input, stdout: output, stderr: errors } = process;
process.exitCode = await keys(process.argv.slice(2), { input, output, errors });
