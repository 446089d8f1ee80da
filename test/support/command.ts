import { join } from 'node:path';
import { startChild } from './child';
import { repositoryRoot } from './repository';

const PROGRAM = join(repositoryRoot, 'server/dist/commands/main.js');

export type RecordsEnv = { readonly DATABASE_URL: string } | { readonly DATA_DIR: string };

/** Runs a command about the records and gives its exit code and all it wrote. */
export async function runCommand(
  words: readonly string[],
  where: RecordsEnv & { readonly PUBLIC_URL?: string },
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { PATH = '' } = process.env;
  const child = startChild(process.execPath, [PROGRAM, ...words], {
    env: { PATH, ...where },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const { code } = await child.exited;
  return { code, output };
}
