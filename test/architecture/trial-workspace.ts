import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const packages = ['shared', 'server', 'web-client', 'console', 'test'];

/** Sources by their path in the workspace. */
export type Sources = Readonly<Record<string, string>>;

/** A copy of this workspace's settings with other sources, to see what the compiler and the linter say of them. */
export class TrialWorkspace {
  private constructor(private readonly folder: string) {}

  static async create(sources: Sources): Promise<TrialWorkspace> {
    const folder = await mkdtemp(join(tmpdir(), 'haven-trial-'));
    await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const path of ['.', ...packages]) await copySettings(path, folder);
    for (const path of packages) await linkDependencies(path, folder);
    for (const path of ['vitest.config.ts', 'test/support/closing-line-reporter.ts']) {
      await cp(join(repository, path), join(folder, path));
    }
    const workspace = new TrialWorkspace(folder);
    await workspace.write(sources);
    return workspace;
  }

  async write(sources: Sources): Promise<void> {
    for (const [path, text] of Object.entries(sources)) {
      await mkdir(dirname(join(this.folder, path)), { recursive: true });
      await writeFile(join(this.folder, path), text);
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  /** Builds all projects, as `npm run check` does. */
  async compile(): Promise<Compilation> {
    const { code, output } = await this.run('tsc', ['--build', '--listFiles']);
    const lines = output.split('\n');
    const sources = lines.filter((line) => line.startsWith(this.folder) && !line.includes('node_modules'));
    return {
      passed: code === 0,
      files: [...new Set(sources.map((line) => line.slice(this.folder.length + 1)))],
      errors: lines.filter((line) => /error TS\d+/.test(line)),
    };
  }

  /** Lints all files, as `npm run check` does. */
  async lint(): Promise<Linting> {
    const { code, output } = await this.run('oxlint', ['--type-aware', '--deny-warnings', '--format=json']);
    const report = JSON.parse(output) as LintReport;
    return {
      passed: code === 0,
      fileCount: report.number_of_files,
      findings: report.diagnostics.map(({ filename, code: rule, message, help }) => ({
        path: filename,
        rule,
        text: `${message} ${help ?? ''}`,
      })),
    };
  }

  private async run(program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
    const child = spawn(join(repository, 'node_modules/.bin', program), args, {
      cwd: this.folder,
      timeout: 60_000,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
  }
}

export interface Compilation {
  readonly passed: boolean;
  /** The workspace's own files that were compiled. */
  readonly files: readonly string[];
  readonly errors: readonly string[];
}

export interface Linting {
  readonly passed: boolean;
  readonly fileCount: number;
  readonly findings: readonly { readonly path: string; readonly rule: string; readonly text: string }[];
}

interface LintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly code: string;
    readonly message: string;
    readonly help?: string;
  }[];
}

async function copySettings(path: string, folder: string): Promise<void> {
  await mkdir(join(folder, path), { recursive: true });
  const settings = (await readdir(join(repository, path))).filter((name) =>
    /^(tsconfig.*|package|\.oxlintrc)\.json$/.test(name),
  );
  for (const name of settings) await cp(join(repository, path, name), join(folder, path, name));
}

/** Links a package's dependencies as they are installed, but workspace packages to their copies. */
async function linkDependencies(path: string, folder: string): Promise<void> {
  const installed = join(repository, path, 'node_modules');
  const linked = join(folder, path, 'node_modules');
  for (const name of await readdir(installed)) {
    if (name.startsWith('.') || name === '@haven') continue;
    await mkdir(linked, { recursive: true });
    await symlink(join(installed, name), join(linked, name));
  }
  const own = await readdir(join(installed, '@haven')).catch((): string[] => []);
  for (const name of own) {
    await mkdir(join(linked, '@haven'), { recursive: true });
    await symlink(join(folder, name), join(linked, '@haven', name));
  }
}
