import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { err, ok, type Result } from '@haven/shared/result';

const TRIES = 5;

/**
 * Takes a folder for this process alone. The lock is a socket: whoever holds it answers with its process number, and
 * one that nobody answers at was left by a process that is gone. So no number is mistaken for that of another process,
 * not even between containers that share the folder. Gives the way to let it go, or the number of who has it.
 */
export async function lockFolder(path: string, pid: number): Promise<Result<() => Promise<void>, string>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const server = await listen(path, pid);
    if (server !== null) {
      chmodSync(path, 0o600);
      return ok(() => new Promise((resolve) => server.close(() => resolve())));
    }
    const holder = await ask(path);
    if (holder !== null) return err(holder);
    await removeStale(path);
  }
  return err('an unknown number');
}

function listen(path: string, pid: number): Promise<Server | null> {
  const server = createServer((peer) => {
    peer.on('error', () => undefined);
    peer.end(String(pid));
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}

/** The number of the process that holds the lock; null when nobody does. */
function ask(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const peer = connect(path);
    peer.setEncoding('utf8');
    peer.on('data', (text: string) => {
      answer += text;
    });
    peer.once('error', () => resolve(null));
    peer.once('end', () => resolve(answer));
  });
}

/** Two may find the same stale lock; the later one must not take away the new one of the first. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    if ((await ask(aside)) === null) rmSync(aside);
    else renameSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
