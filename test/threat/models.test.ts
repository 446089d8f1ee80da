import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../docs/models/', import.meta.url));
const PROVERIF = 'proverif';
const LIBRARY = 'haven.pvl';
/** What a clause says twice is not looked for: on these models that costs up to two thirds of the time, and wins nothing. */
const FASTER = ['-set', 'redundancyElim', 'no'];
/** Words that OCaml gives away before it collects what is no longer needed. */
const ROOM = { OCAMLRUNPARAM: 's=1M' };
/** Milliseconds; some changes to a model make ProVerif search without end. */
const LONGEST = 150_000;

interface Variant {
  readonly model: string;
  readonly name: string;
  readonly changes: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  /** Labels of the queries that ProVerif must not prove; it must prove all others. */
  readonly fails: readonly string[];
}
const variants = JSON.parse(readFileSync(join(folder, 'variants.json'), 'utf8')) as readonly Variant[];

const source = (file: string, { changes }: Variant): string =>
  changes
    .filter((change) => change.file === file)
    .reduce(
      (changed, { from, to }) => changed.replaceAll(from, () => to),
      readFileSync(join(folder, file), 'utf8'),
    );

/** Each query of a model stands behind a comment with its name. */
const labels = (model: string): string[] =>
  [...model.matchAll(/^\(\* ([a-z-]+) \*\) query/gm)].map((match) => match[1] ?? '');

/** This one asks for an event that must be possible: a model in which nothing happens would prove everything else. */
const REACHABLE = 'reachable';

const unproved = async (variant: Variant): Promise<string[]> => {
  const place = mkdtempSync(join(tmpdir(), 'haven-model-'));
  try {
    const model = source(`${variant.model}.pv`, variant);
    writeFileSync(join(place, LIBRARY), source(LIBRARY, variant));
    writeFileSync(join(place, 'model.pv'), model);
    const child = spawn(PROVERIF, [...FASTER, '-lib', join(place, LIBRARY), join(place, 'model.pv')], {
      timeout: LONGEST,
      env: { ...process.env, ...ROOM },
    });
    const output = await text(child.stdout);
    // ProVerif adds a line in brackets where only the injective form of a query fails.
    const results = output.match(/^RESULT (?!\(even ).*$/gm) ?? [];
    const names = labels(model);
    if (results.length !== names.length)
      throw new Error(`ProVerif did not answer every query:\n${output.slice(-2000)}`);
    return names.filter((name, index) => {
      const proved = results[index]?.endsWith('is true.') === true;
      return name === REACHABLE ? proved : !proved;
    });
  } finally {
    rmSync(place, { recursive: true });
  }
};

describe('the variants of the models', () => {
  test('change what stands in the models, and name queries that exist', () => {
    for (const { model, changes, fails } of variants) {
      for (const { file, from } of changes) expect(readFileSync(join(folder, file), 'utf8')).toContain(from);
      const known = labels(readFileSync(join(folder, `${model}.pv`), 'utf8'));
      expect(known).toEqual(expect.arrayContaining([...fails, REACHABLE]));
    }
  });

  test('leave no model without a run as it is specified', () => {
    const models = readdirSync(folder).filter((file) => file.endsWith('.pv'));
    const specified = variants.filter(({ changes, fails }) => changes.length === 0 && fails.length === 0);
    expect(specified.map(({ model }) => `${model}.pv`).toSorted((a, b) => a.localeCompare(b))).toEqual(
      models.toSorted((a, b) => a.localeCompare(b)),
    );
  });
});

const installed = spawnSync(PROVERIF, ['--help']).error === undefined;
if (!installed)
  console.warn('SKIPPED: proverif is not installed, so no model was checked. See docs/models/README.md.');

describe('ProVerif proves what it should, and nothing that a control breaks', () => {
  test
    .skipIf(!installed)
    .each(variants.map((variant) => [`${variant.model}: ${variant.name}`, variant] as const))(
    '%s',
    async (_name, variant) => {
      expect((await unproved(variant)).toSorted((a, b) => a.localeCompare(b))).toEqual(
        variant.fails.toSorted((a, b) => a.localeCompare(b)),
      );
    },
  );
});
