import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Not a row's proof itself: it keeps the table and the tests from drifting apart.

const root = fileURLToPath(new URL('../..', import.meta.url));
const COLUMNS = 6;
/** Proofs of another kind: this file, and the symbolic models, which docs/models lists with what they show. */
const ELSEWHERE = ['threat-model.test.ts', 'models.test.ts'];

type Proof = { readonly file: string; readonly title: string };
type Row = { readonly id: string; readonly cells: readonly string[]; readonly proofs: readonly Proof[] };

const rows: readonly Row[] = readFileSync(`${root}docs/threat-model.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ \|/.test(line))
  .map((line) => {
    const cells = line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim());
    const proofs = [...(cells.at(-1) ?? '').matchAll(/`(?<file>[^`]+)`: “(?<title>[^”]+)”/g)].map(
      ({ groups }) => ({ file: groups?.['file'] ?? '', title: groups?.['title'] ?? '' }),
    );
    return { id: cells[0] ?? '', cells, proofs };
  });

/** The titles of the tests in a file that run: one that is skipped or still to be written proves nothing. */
function titlesOf(file: string): readonly string[] {
  const source = existsSync(`${root}${file}`) ? readFileSync(`${root}${file}`, 'utf8') : '';
  const starts = /\b(?:test|it)(?:\.each\([^;]*?\))?\(\s*(?<quote>['"`])(?<title>.*?)\k<quote>/g;
  return [...source.matchAll(starts)].map(({ groups }) => groups?.['title'] ?? '');
}

describe('the threat model', () => {
  test('has rows, each with a number of its own and no empty cell', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ cells }) => cells.length !== COLUMNS || cells.includes(''))).toEqual([]);
  });

  test('names for every row a test that exists', () => {
    const unproven = rows.flatMap(({ id, proofs }) => {
      if (proofs.length === 0) return [`${id} names no test`];
      return proofs
        .filter(({ file, title }) => !titlesOf(file).includes(title))
        .map(({ file, title }) => `${id}: ${file} has no test “${title}”`);
    });
    expect(unproven).toEqual([]);
  });

  test('knows every test that was written for it', () => {
    const named = new Set(rows.flatMap(({ proofs }) => proofs.map(({ file, title }) => `${file}: ${title}`)));
    const written = readdirSync(`${root}test/threat`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && !ELSEWHERE.includes(name))
      .flatMap((name) => titlesOf(`test/threat/${name}`).map((title) => `test/threat/${name}: ${title}`));
    expect(written.filter((title) => !named.has(title))).toEqual([]);
  });
});
