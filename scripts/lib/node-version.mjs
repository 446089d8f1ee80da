import process from 'node:process';

const OLDEST = [20, 19];

/** Ends the process with one clear sentence when Node is too old to run Haven. */
export function requireNode(version = process.versions.node) {
  if (isRecentEnough(version)) return;
  console.error(
    `Haven needs Node.js ${OLDEST.join('.')} or newer; this is ${version}. Install a newer one from your system's packages and try again.`,
  );
  process.exit(1);
}

/** @param {string} version such as "20.19.1" */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
