import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

/**
 * While these are there, installing a server starts no service and lays down no database: every test starts its own.
 * @type {readonly { path: string, content: string, mode: number }[]}
 */
const NO_SERVICES = [
  { path: '/usr/sbin/policy-rc.d', content: '#!/bin/sh\nexit 101\n', mode: 0o755 },
  {
    path: '/etc/postgresql-common/createcluster.d/haven-tests.conf',
    content: 'create_main_cluster = false\n',
    mode: 0o644,
  },
];
/** Debian keeps PostgreSQL's programs out of the PATH, in a folder for each version. */
const POSTGRES = '/usr/lib/postgresql';

const INSTALL = ['install', '-y', '-qq', '--no-install-recommends'];
/** Nobody waits for what can be done without. */
const HASTE = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];
const QUIETLY = { DEBIAN_FRONTEND: 'noninteractive' };

/** @type {Record<string, string[]>} Debian's packages and the programs that any of them may bring */
const PROGRAMS = {
  'redis-server': ['redis-server'],
  postgresql: ['postgres'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  'chromium-headless-shell': ['chromium-headless-shell'],
  openssl: ['openssl'],
};

/**
 * Sees to it that the programs are there, through apt-get where that is allowed; otherwise says what to install and
 * ends the process.
 * @param {(keyof typeof PROGRAMS)[]} packages
 */
export async function requireSystemPackages(packages) {
  const missingAtFirst = packages.filter(isMissing);
  if (missingAtFirst.length > 0 && mayInstall()) {
    await aptInstall(missingAtFirst);
  }
  const missing = packages.filter(isMissing);
  if (missing.length === 0) return;
  console.error(`Missing: ${missing.join(', ')}. On Debian or Ubuntu, as root:`);
  console.error(`  apt-get update && apt-get install --no-install-recommends ${missing.join(' ')}`);
  console.error(
    'Elsewhere: Redis 7 or newer as redis-server, PostgreSQL 15 or newer as postgres and initdb, Chromium as chromium, OpenSSL as openssl, all in the PATH.',
  );
  process.exit(1);
}

/**
 * Installs what only makes the work shorter, where that is allowed and the lists of apt-get know it.
 * @param {(keyof typeof PROGRAMS)[]} packages
 */
export async function wantSystemPackages(packages) {
  const missing = packages.filter(isMissing);
  if (missing.length === 0 || !mayInstall()) return;
  const areKnown = spawnSync('apt-cache', ['show', ...missing], { stdio: 'ignore' }).status === 0;
  if (areKnown && (await run('apt-get', [...INSTALL, ...HASTE, ...missing], { env: QUIETLY })) !== 0) {
    console.log(`It goes on without ${missing.join(', ')}.`);
  }
}

const mayInstall = () => process.getuid?.() === 0 && hasProgram('apt-get');

/** @param {string} name */
function isMissing(name) {
  return !PROGRAMS[name]?.some(hasProgram);
}

/** @param {string} program */
function hasProgram(program) {
  const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES) : [];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  folders.push(...versions.map((version) => join(POSTGRES, version, 'bin')));
  return folders.some((folder) => isExecutable(join(folder, program)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const own = NO_SERVICES.filter(({ path }) => !existsSync(path));
  for (const { path, content, mode } of own) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode });
  }
  try {
    await run('apt-get', ['update', '-qq'], { env: QUIETLY });
    await run('apt-get', [...INSTALL, ...packages], { env: QUIETLY });
  } finally {
    for (const { path } of own) rmSync(path, { force: true });
  }
}
