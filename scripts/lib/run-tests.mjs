import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { binary, root, run } from './run.mjs';

/** More than this is no accident of a busy machine. */
const MOST = 3;
const LIST = `${root}/.cache/failed-tests.json`;

/**
 * Runs Vitest. Where nobody watches (CI), files that failed are run once more by themselves, and one that passes then is
 * named as unsteady: a fault to be found, in the test or in what it tests, but none to throw a whole run away for.
 * @param {string[]} words Vitest's own options and filters
 * @returns {Promise<number>} its exit code
 */
export async function runTests(words) {
  rmSync(LIST, { force: true });
  const code = await vitest(words);
  if (code === 0 || process.env.CI !== 'true') return code;
  const files = failedFiles();
  if (files.length === 0 || files.length > MOST) return code;
  console.log(`— once more: ${files.join(', ')}`);
  const again = await vitest([...words, ...files]);
  if (again === 0) for (const file of files) console.log(`unsteady: ${file}`);
  return again;
}

/** @param {string[]} words */
const vitest = (words) => run(binary('vitest'), ['run', ...words], { env: { FAILED_TESTS: LIST } });

/** @returns {string[]} none where Vitest came to no end, or something failed outside a test */
function failedFiles() {
  try {
    return /** @type {string[]} */ (JSON.parse(readFileSync(LIST, 'utf8')));
  } catch {
    return [];
  }
}
