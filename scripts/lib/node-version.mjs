import process from 'node:process';

const OLDEST = { major: 20, minor: 19 };

/** Ends the process with one clear sentence when Node is too old to run Haven. */
export function requireNode() {
  const complaint = complaintAbout(process.versions.node);
  if (complaint === undefined) return;
  console.error(complaint);
  process.exit(1);
}

/**
 * @param {string} version of Node, such as "20.19.1"
 * @returns {string | undefined} what to tell a person, nothing when the version will do
 */
export function complaintAbout(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `Haven needs Node.js ${OLDEST.major}.${OLDEST.minor} or newer, and this is ${version}: install a newer one and try again.`;
}
