import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

// While this file says no, installing redis-server starts no service: every test starts a Redis of its own.
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/** @type {Record<string, string[]>} Debian's packages and the programs that any of them may bring */
const PROGRAMS = {
  'redis-server': ['redis-server'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
};

/**
 * Sees to it that the programs are there, through apt-get where that is allowed; otherwise says what to install and
 * ends the process.
 * @param {(keyof typeof PROGRAMS)[]} packages
 */
export async function requireSystemPackages(packages) {
  const missingAtFirst = packages.filter(isMissing);
  if (missingAtFirst.length > 0 && process.getuid?.() === 0 && hasProgram('apt-get')) {
    await aptInstall(missingAtFirst);
  }
  const missing = packages.filter(isMissing);
  if (missing.length === 0) return;
  console.error(`Missing: ${missing.join(', ')}. On Debian or Ubuntu, as root:`);
  console.error(`  apt-get update && apt-get install --no-install-recommends ${missing.join(' ')}`);
  console.error('Elsewhere: Redis 7 or newer as redis-server, Chromium as chromium, both in the PATH.');
  process.exit(1);
}

/** @param {string} name */
function isMissing(name) {
  return !PROGRAMS[name]?.some(hasProgram);
}

/** @param {string} program */
function hasProgram(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
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
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const ownPolicy = !existsSync(SERVICE_POLICY);
  if (ownPolicy) writeFileSync(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  } finally {
    if (ownPolicy) rmSync(SERVICE_POLICY, { force: true });
  }
}
