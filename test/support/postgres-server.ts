import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild, temporaryFolder } from './child';
import { until } from './until';

/** As for Redis: below the range from which the system takes ports by itself. */
const PORTS = { from: 15_000, to: 31_000 } as const;
const TRIES = 20;
/** Debian keeps these programs out of the PATH. */
const DEBIAN = '/usr/lib/postgresql';

export type PostgresServer = {
  /** Of an empty database, as an owner who may make others. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** A PostgreSQL of one's own on 127.0.0.1. It forgets all when the machine stops, so it need not wait for a disk. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = temporaryFolder('postgres');
  const account = ownAccount();
  if (account !== undefined) chownSync(folder.path, account.uid, account.gid);
  chmodSync(folder.path, 0o700);
  const cluster = join(folder.path, 'cluster');
  const settings = ['--username=haven', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(program('initdb'), [`--pgdata=${cluster}`, ...settings], {
    ...account,
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let failure: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    try {
      const child = await launch(port, cluster, account);
      return {
        url: `postgres://haven@127.0.0.1:${port}/postgres`,
        stop: async () => {
          // At once: nothing of it is needed again.
          await child.end('SIGQUIT');
          folder.remove();
        },
      };
    } catch (error) {
      failure = error;
    }
  }
  folder.remove();
  throw new Error('No PostgreSQL could be started', { cause: failure });
}

type Account = { readonly uid: number; readonly gid: number };

async function launch(port: number, cluster: string, account: Account | undefined): Promise<Child> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = startChild(program('postgres'), ['-D', cluster, ...args], {
    ...account,
    cwd: cluster,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < 20_000) output += text;
  });
  const outcome = await until('PostgreSQL is ready or has ended', () => {
    if (output.includes('ready to accept connections')) return 'ready';
    return !child.running() && 'ended';
  });
  if (outcome === 'ended') throw new Error(`PostgreSQL ended: ${output}`);
  return child;
}

/** It refuses to run as root; its package comes with an account of its own. */
function ownAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function program(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? name : join(DEBIAN, newest, 'bin', name);
}
