import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { compressBelow } from './compress.mjs';
import { binary, mustRun, root } from './run.mjs';

const COMPRESS = 'scripts/lib/compress.mjs';

/**
 * What is built, in order of dependence.
 * @type {readonly { name: string, config: string, command: string[], inputs: string[], isServed?: boolean }[]}
 */
const PARTS = [
  {
    name: 'web-client',
    config: 'web-client/vite.config.ts',
    command: [binary('vite', `${root}/web-client`), 'build', '--logLevel', 'warn'],
    inputs: ['web-client', 'shared', COMPRESS],
    isServed: true,
  },
  {
    name: 'console',
    config: 'console/vite.config.ts',
    command: [binary('vite', `${root}/console`), 'build', '--logLevel', 'warn'],
    inputs: ['console', 'shared', COMPRESS],
    isServed: true,
  },
  {
    name: 'server',
    config: 'server/build.mjs',
    command: [process.execPath, 'build.mjs'],
    inputs: ['server', 'shared'],
  },
];

/** Builds the parts whose sources changed since they were built. */
export async function build() {
  for (const part of PARTS) {
    if (existsSync(`${root}/${part.config}`)) await buildPart(part);
  }
}

/** @param {(typeof PARTS)[number]} part */
async function buildPart({ name, command, inputs, isServed }) {
  const stamp = `${root}/.cache/build/${name}`;
  const sources = digest([...inputs, 'pnpm-lock.yaml', 'tsconfig.base.json']);
  if (existsSync(`${root}/${name}/dist`) && read(stamp) === sources) return;
  // Without its stamp, a build that breaks off halfway is never taken for a whole one.
  rmSync(stamp, { force: true });
  console.log(`building ${name}`);
  const [program = '', ...args] = command;
  await mustRun(program, args, { cwd: `${root}/${name}` });
  if (isServed) await compressBelow(`${root}/${name}/dist`);
  mkdirSync(`${root}/.cache/build`, { recursive: true });
  writeFileSync(stamp, sources);
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * One hash over the names and contents of all sources below some paths. Dates are no help: a checkout changes them.
 * @param {string[]} paths relative to the root
 */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(`${root}/${path}`))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(`${root}/${path}`)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(`${root}/${path}`, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.includes('.test.')) return [];
    return entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`];
  });
}
