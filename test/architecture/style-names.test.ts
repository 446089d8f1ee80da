import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// A class that is asked for and stands nowhere leaves what it was for without its looks, and nothing else says so: to
// the compiler every name of a module of styles may be missing.

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const components = readdirSync(join(root, 'console/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => join('console/src', file))
  .map((file) => ({ file, text: read(file) }));

type Use = { readonly file: string; readonly sheet: string; readonly text: string };
const uses: readonly Use[] = components.flatMap(({ file, text }) =>
  [...text.matchAll(/import (\w+) from '(\.[^']*\.module\.css)';/g)].map(([, name = '', path = '']) => ({
    file,
    sheet: normalize(join(dirname(file), path)),
    // Each sheet by its own name: what a component asks of another one is another use.
    text: text.replaceAll(`${name}[`, 'sheet['),
  })),
);

const withoutComments = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, '');
const classesIn = (sheet: string): ReadonlySet<string> =>
  new Set(
    [...withoutComments(read(sheet)).matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name),
  );
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/sheet\['([\w-]+)'\]/g)].map(([, name = '']) => name);

describe('The styles of the console', () => {
  test('are there, whatever class is asked for', () => {
    expect(uses.length).toBeGreaterThan(50);
    const missing = uses.flatMap(({ file, sheet, text }) => {
      const known = classesIn(sheet);
      return namesIn(text).flatMap((name) => (known.has(name) ? [] : `${file}: ${name}`));
    });
    expect(missing).toEqual([]);
  });

  test('are asked for by somebody', () => {
    const dead = [...new Set(uses.map(({ sheet }) => sheet))].flatMap((sheet) => {
      const texts = uses.filter((use) => use.sheet === sheet).map(({ text }) => text);
      // A name that is put together from what is shown: which those are, only the page knows.
      if (texts.some((text) => /sheet\[(?!')/.test(text))) return [];
      const asked = new Set(texts.flatMap(namesIn));
      return [...classesIn(sheet)].flatMap((name) => (asked.has(name) ? [] : `${sheet}: ${name}`));
    });
    expect(dead).toEqual([]);
  });
});
