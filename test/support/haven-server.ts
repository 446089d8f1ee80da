import { join } from 'node:path';
import { type Child, startChild, temporaryFolder } from './child';
import { freshRecords } from './fresh-database';
import type { Target } from './network-cut';
import { repositoryRoot } from './repository';
import { until } from './until';

const SERVER_PROGRAM = join(repositoryRoot, 'server/dist/main.js');

export type LogLine = { readonly event?: string; readonly [field: string]: unknown };

export type ServerSettings = {
  /** Without it the node keeps its live state in its own memory. */
  readonly redisUrl?: string;
  /** Nodes of one organisation share theirs. Without it the server gets one of its own; null: in its folder. */
  readonly databaseUrl?: string | null;
  /** Shared by the nodes of one organisation; a folder of its own otherwise. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself, such as --cpu-prof. */
  readonly nodeOptions?: readonly string[];
};

export type HavenServer = {
  readonly url: string;
  readonly metricsUrl: string;
  readonly target: Target;
  readonly dataDir: string;
  readonly pid: number;
  readonly exited: Child['exited'];
  readonly running: () => boolean;
  /** All that it wrote to its output and error output. */
  output(): string;
  /** The lines of the output that are JSON. */
  log(): readonly LogLine[];
  /** The Prometheus metrics as a table from `name{labels}` to value. */
  metrics(): Promise<ReadonlyMap<string, number>>;
  signal(signal: NodeJS.Signals): void;
  kill9(): Promise<void>;
  /** Asks it to stop and waits until it has; gives the milliseconds that took. */
  sigterm(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts the built server on a free port of 127.0.0.1 and waits until it listens. */
export async function startServer(settings: ServerSettings = {}): Promise<HavenServer> {
  const ownFolder = settings.dataDir === undefined ? temporaryFolder('node') : undefined;
  const dataDir = settings.dataDir ?? ownFolder?.path ?? '';
  const ownDatabase = settings.databaseUrl === undefined ? await freshRecords() : undefined;
  const clearUp = async () => {
    await ownDatabase?.stop();
    ownFolder?.remove();
  };
  const { child, output } = launch(dataDir, {
    ...settings,
    databaseUrl: settings.databaseUrl ?? ownDatabase?.url ?? null,
  });
  const log = () => parseLog(output());
  const listening = await until(
    'the server listens or has ended',
    () => log().find(({ event }) => event === 'listening') ?? (!child.running() && ('ended' as const)),
    { within: 60_000 },
  ).catch(async (error: unknown) => {
    await child.end('SIGKILL');
    await clearUp();
    throw error;
  });
  if (listening === 'ended') {
    // Its last words may come after its end.
    const { code, signal } = await child.exited;
    await clearUp();
    throw new Error(`The server did not start (${code ?? signal}):\n${output()}`);
  }
  const { url } = listening;
  if (typeof url !== 'string')
    throw new Error(`The listening line names no url: ${JSON.stringify(listening)}`);
  const metricsUrl = typeof listening['metricsUrl'] === 'string' ? listening['metricsUrl'] : '';
  return {
    url,
    metricsUrl,
    target: { host: '127.0.0.1', port: Number(new URL(url).port) },
    dataDir,
    pid: child.pid,
    exited: child.exited,
    running: child.running,
    output,
    log,
    metrics: () => readMetrics(metricsUrl),
    signal: (signal) => {
      child.process.kill(signal);
    },
    kill9: () => child.end('SIGKILL'),
    sigterm: async () => {
      const start = performance.now();
      await child.end('SIGTERM');
      return performance.now() - start;
    },
    stop: async () => {
      await child.end('SIGKILL');
      await clearUp();
    },
  };
}

/** Starts a server that is expected to refuse to start; gives its exit code and all it wrote. */
export async function startFails(
  settings: ServerSettings,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const folder = temporaryFolder('node');
  const ownDatabase = settings.databaseUrl === undefined ? await freshRecords() : undefined;
  const databaseUrl = settings.databaseUrl ?? ownDatabase?.url ?? null;
  const { child, output } = launch(settings.dataDir ?? folder.path, { ...settings, databaseUrl });
  try {
    await until('the server has ended', () => !child.running(), { within: 60_000 });
    const { code } = await child.exited;
    return { code, output: output() };
  } finally {
    await child.end('SIGKILL');
    await ownDatabase?.stop();
    folder.remove();
  }
}

function launch(dataDir: string, { redisUrl, databaseUrl, env, nodeOptions = [] }: ServerSettings) {
  const { PATH = '' } = process.env;
  const child = startChild(process.execPath, ['--enable-source-maps', ...nodeOptions, SERVER_PROGRAM], {
    // Nothing of the caller's environment but what finds programs: a test says itself what a node is told.
    env: {
      PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      METRICS_PORT: '0',
      DATA_DIR: dataDir,
      // Tests sign in as whom they name, at any hour.
      DEMONSTRATION_ROSTER: 'off',
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(typeof databaseUrl === 'string' ? { DATABASE_URL: databaseUrl } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  return { child, output: () => written };
}

function parseLog(output: string): LogLine[] {
  return output.split('\n').flatMap((line): LogLine[] => {
    if (!line.startsWith('{')) return [];
    try {
      return [JSON.parse(line) as LogLine];
    } catch {
      // The last line may be half written.
      return [];
    }
  });
}

async function readMetrics(url: string): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Metrics answered ${response.status}`);
  const text = await response.text();
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}
