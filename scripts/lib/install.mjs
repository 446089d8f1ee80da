import { statSync } from 'node:fs';
import { mustRun, root } from './run.mjs';

// pnpm 11 needs Node 22, and corepack refuses a version without a hash.
const PNPM = 'pnpm@10.34.9';

/** Installs the dependencies of the lockfile, unless that was done since the lockfile changed. */
export async function install() {
  if (isInstalled()) return;
  await mustRun('npx', [
    '--yes',
    '--prefer-offline',
    PNPM,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
  ]);
}

function isInstalled() {
  const installed = modified('node_modules/.modules.yaml');
  return installed > Math.max(modified('pnpm-lock.yaml'), modified('pnpm-workspace.yaml'));
}

/** @param {string} path @returns milliseconds since 1970, 0 when the file does not exist */
function modified(path) {
  return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
