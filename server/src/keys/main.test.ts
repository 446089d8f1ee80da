import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { keys } from './main';
import { clearUp, newPlace, wordsOn } from './testing/ceremony';

afterAll(clearUp);
const folderOf = (): string => join(newPlace(), 'keys');

const run = async (args: readonly string[], typed: string) => {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(typed);
  const code = await keys(args, { input, output, errors });
  output.end();
  errors.end();
  return { code, output: await text(output), errors: await text(errors) };
};

describe('at the terminal', () => {
  test('words and answers are read line by line', async () => {
    const folder = folderOf();
    const made = await run(['root', '--folder', folder], '');
    expect(made).toMatchObject({ code: 0, errors: '' });
    const checked = await run(['check-root', '--folder', folder], `${wordsOn(made.output)}\nnext line\n`);
    expect(checked).toMatchObject({ code: 0, errors: '' });
    expect(checked.output).toContain('The words are right');
  });

  test('a refusal is one sentence on the error output and exit code 1, also when nobody answers', async () => {
    const folder = folderOf();
    await run(['root', '--folder', folder], '');
    const checked = await run(['check-root', '--folder', folder], '');
    expect(checked.code).toBe(1);
    expect(checked.errors).toMatch(/^These are not the 24 words of a root[^\n]*\n$/);
  });

  test('`npm run keys` starts it from any folder', async () => {
    const script = fileURLToPath(new URL('../../../scripts/keys.mjs', import.meta.url));
    const cwd = newPlace();
    const child = spawn(process.execPath, [script, 'root'], { cwd, env: { ...process.env, INIT_CWD: cwd } });
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    // What npm has to say about its own configuration when dependencies are installed first is not ours.
    expect(errors.replace(/^npm (?:warn|notice).*\n/gm, '')).toBe('');
    expect(wordsOn(output).split(' ')).toHaveLength(24);
    expect(output).toContain(join('keys', 'root.pub'));
  });
});
