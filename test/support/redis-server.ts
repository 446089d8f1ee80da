import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createClient } from 'redis';
import { type Child, startChild, temporaryFolder } from './child';
import { until } from './until';

/** Below the range from which the system takes ports by itself: nobody grabs ours while Redis is down. */
const PORTS = { from: 15_000, to: 31_000 } as const;
const TRIES = 20;

export type RedisServer = {
  readonly url: string;
  readonly port: number;
  pid(): number;
  /** One command on a connection of its own; replies as node-redis gives them. */
  command(...words: string[]): Promise<unknown>;
  /** `INFO` of a section as a table. */
  info(section: string): Promise<ReadonlyMap<string, string>>;
  /** All that it holds, uncompressed, as its own format puts it on disk. */
  dump(): Promise<Buffer>;
  /** Stops answering, keeps its memory and its connections. */
  freeze(): void;
  thaw(): void;
  /** Forgets everything but its connections. */
  empty(): Promise<void>;
  kill(): Promise<void>;
  /** Comes back on the same port, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A Redis of one's own on 127.0.0.1. `persistent` makes one that writes to disk, as a Redis that nobody configured
 * does.
 */
export async function startRedis({ persistent = false } = {}): Promise<RedisServer> {
  const folder = temporaryFolder('redis');
  let failure: unknown;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    try {
      return redisServer(port, folder, persistent, await launch(port, folder.path, persistent));
    } catch (error) {
      failure = error;
    }
  }
  folder.remove();
  throw new Error('No redis-server could be started', { cause: failure });
}

async function launch(port: number, folder: string, persistent: boolean): Promise<Child> {
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: persistent ? '3600 1' : '',
    appendonly: persistent ? 'yes' : 'no',
    rdbcompression: 'no',
    maxclients: '20000',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = startChild('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < 20_000) output += text;
  });
  // Asked by its output, not by PING: on a port that another server holds, the other one would reply.
  const outcome = await until('redis-server is ready or has ended', () => {
    if (output.includes('Ready to accept connections')) return 'ready';
    return !child.running() && 'ended';
  });
  if (outcome === 'ended') throw new Error(`redis-server ended: ${output}`);
  return child;
}

function redisServer(
  port: number,
  folder: ReturnType<typeof temporaryFolder>,
  persistent: boolean,
  first: Child,
): RedisServer {
  let child = first;
  const url = `redis://127.0.0.1:${port}`;

  const command = async (...words: string[]): Promise<unknown> => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.sendCommand(words);
    } finally {
      client.destroy();
    }
  };

  return {
    url,
    port,
    pid: () => child.pid,
    command,
    info: async (section) => {
      const text = String(await command('INFO', section));
      const pairs = text
        .split('\r\n')
        .filter((line) => line.includes(':'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
      return new Map(pairs);
    },
    dump: async () => {
      await command('SAVE');
      return readFileSync(join(folder.path, 'dump.rdb'));
    },
    freeze: () => {
      process.kill(child.pid, 'SIGSTOP');
    },
    thaw: () => {
      process.kill(child.pid, 'SIGCONT');
    },
    empty: async () => {
      await command('FLUSHALL');
    },
    kill: () => child.end('SIGKILL'),
    restart: async () => {
      await child.end('SIGKILL');
      child = await launch(port, folder.path, persistent);
    },
    stop: async () => {
      await child.end('SIGKILL');
      folder.remove();
    },
  };
}

/** Every command that reaches a Redis, in Redis' own words: also what it never keeps, such as PUBLISH. */
export async function watchCommands(port: number): Promise<{ seen(): Buffer; stop(): void }> {
  const chunks: Buffer[] = [];
  const socket = connect(port, '127.0.0.1');
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  socket.write('MONITOR\r\n');
  const seen = () => Buffer.concat(chunks);
  await until('Redis reports its commands', () => seen().includes('+OK'));
  return {
    seen,
    stop: () => {
      socket.destroy();
    },
  };
}
