import { beforeAll, describe, expect, it } from 'vitest';
import { obedientSources } from './obedient-sources';
import { type Compilation, type Linting, TrialWorkspace } from './trial-workspace';
import { uncompilable } from './uncompilable-sources';
import { unlintable } from './unlintable-sources';

const obedientPaths = Object.keys(obedientSources);

/** Gives each wrong source a file of its own. */
function placed<Trial extends { folder: string; source: string }>(trials: readonly Trial[]) {
  return trials.map((trial, number) => ({
    ...trial,
    path: `${trial.folder}/wrong-${number}.${trial.source.includes('<p') ? 'tsx' : 'ts'}`,
  }));
}

/** Runs a trial in a workspace of obedient sources and others, which is gone afterwards. */
async function inWorkspace<Finding>(
  others: readonly { path: string; source: string }[],
  trial: (workspace: TrialWorkspace) => Promise<Finding>,
): Promise<Finding> {
  const wrong = Object.fromEntries(others.map(({ path, source }) => [path, source]));
  const workspace = await TrialWorkspace.create({ ...obedientSources, ...wrong });
  try {
    return await trial(workspace);
  } finally {
    await workspace.remove();
  }
}

describe('a workspace that keeps the rules', () => {
  it('compiles, every file of it', async () => {
    const { errors, files, passed } = await inWorkspace([], (workspace) => workspace.compile());
    expect(errors).toEqual([]);
    expect(passed).toBe(true);
    expect(files).toEqual(expect.arrayContaining(obedientPaths));
  });

  it('lints, every file of it', async () => {
    const { findings, fileCount, passed } = await inWorkspace([], (workspace) => workspace.lint());
    expect(findings).toEqual([]);
    expect(passed).toBe(true);
    expect(fileCount).toBeGreaterThanOrEqual(obedientPaths.length);
  });
});

describe('the compiler', () => {
  const trials = placed(uncompilable);
  let compilation: Compilation;

  beforeAll(async () => {
    compilation = await inWorkspace(trials, (workspace) => workspace.compile());
  });

  it('fails for a workspace that breaks rules, and finds nothing in the files that keep them', () => {
    expect(compilation.passed).toBe(false);
    const blamed = compilation.errors.map((line) => line.replace(/\(.*/, ''));
    expect([...new Set(blamed)].sort()).toEqual(trials.map(({ path }) => path).sort());
  });

  it.each(trials)('knows that $rule', ({ path, error }) => {
    const errors = compilation.errors.filter((line) => line.startsWith(path));
    expect(errors).toContainEqual(expect.stringMatching(error));
  });
});

describe('the linter', () => {
  const trials = placed(unlintable);
  let linting: Linting;

  beforeAll(async () => {
    linting = await inWorkspace(trials, (workspace) => workspace.lint());
  });

  it('fails for a workspace that breaks rules, and finds nothing in the files that keep them', () => {
    expect(linting.passed).toBe(false);
    const blamed = linting.findings.map(({ path }) => path);
    expect([...new Set(blamed)].sort()).toEqual(trials.map(({ path }) => path).sort());
  });

  it.each(trials)('refuses, in $folder: $source', ({ path, rule }) => {
    const rules = linting.findings.filter((finding) => finding.path === path).map((finding) => finding.rule);
    expect(rules).toContainEqual(expect.stringContaining(`(${rule})`));
  });
});
