import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The repository's root, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The environment for tools: a NODE_ENV of the caller would leave out development dependencies. */
function toolEnvironment() {
  const { NODE_ENV: _, ...environment } = process.env;
  // Vite recommends file extensions that only Node 22 could use.
  return { ...environment, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
}

/**
 * Runs a command with this terminal's input and output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, stop?: AbortSignal }} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not start or was killed
 */
export function run(command, args, { cwd = root, env = {}, stop } = {}) {
  const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...toolEnvironment(), ...env } });
  stop?.addEventListener('abort', () => child.kill());
  // Ctrl-C reaches the child by itself; a second one from here would break off its clearing up.
  const wait = () => undefined;
  const forward = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', forward);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command and ends this process with its exit code when it fails.
 * @param {Parameters<typeof run>} call
 */
export async function mustRun(...call) {
  const code = await run(...call);
  if (code !== 0) process.exit(code);
}

/**
 * Runs the command of an installed package.
 * @param {string} name as in node_modules/.bin
 */
export function binary(name, cwd = root) {
  return `${cwd}/node_modules/.bin/${name}`;
}
