import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { seconds } from '@haven/shared/units';
import { pino } from 'pino';
import { createApp } from './app';
import type { App } from './app-deps';
import { backupSocket, serveBackups } from './backup/serve';
import { type Config, parseConfig } from './config';
import { createLog, type Log } from './logging';
import { createMetrics, createMetricsServer } from './metrics';
import { compose, makeDataDir, openRedis } from './startup/compose';
import { openRecords, type Records } from './records/open-records';
import { Refusal } from './startup/refusal';
import { systemClock } from './startup/system-clock';
import { welcome } from './startup/welcome';
import { whomToGreet } from './startup/whom-to-greet';

/** How long peers have to go to another node, and when this one is gone whatever happens. */
const GRACE = seconds(6);
const GONE = seconds(9.5);

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folders = {
  webClient: folder('../../web-client/dist'),
  console: folder('../../console/dist'),
  demonstration: folder('../../web-client/demo'),
};
const recordFiles = {
  worker: folder('./records/embedded-worker.js'),
  newDatabase: folder('./records/new-database.tar.gz'),
  migrations: folder('../migrations'),
};

async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new Refusal(parsed.error.join('\n'));
  const config = parsed.value;
  const log = createLog(config.logLevel, pino.destination({ dest: 1, sync: true }));
  for (const hint of config.hints) log.warn('configuration', { hint });
  process.on('unhandledRejection', (reason) => log.fault('unhandled-rejection', reason));
  process.on('uncaughtException', (error) => log.fault('uncaught-exception', error));

  makeDataDir(config);
  // Side by side: each takes a moment.
  const [redis, records] = await Promise.all([
    config.redisUrl === null ? null : openRedis(config, config.redisUrl, log),
    openRecordsOrRefuse(config, log),
  ]);
  if (config.databaseUrl === null) {
    const onFault = (thrown: unknown) => log.fault('backup', thrown);
    await serveBackups(backupSocket(config.dataDir), {
      db: records.db,
      now: () => systemClock.now(),
      onFault,
    });
  }
  const metrics = createMetrics();
  const composed = await compose(config, redis, records, { clock: systemClock, log });
  const app = createApp({ ...composed, folders, metrics, log });
  const url = await listen(app.server, config.port, config.host, 'PORT');
  const metricsServer = config.metricsPort === null ? null : createMetricsServer(metrics);
  const metricsUrl =
    metricsServer &&
    `${await listen(metricsServer, config.metricsPort ?? 0, config.host, 'METRICS_PORT')}/metrics`;
  app.start();
  log.info('listening', {
    url,
    ...(metricsUrl === null ? {} : { metricsUrl }),
    liveState: redis === null ? 'memory' : 'redis',
    records: config.databaseUrl === null ? 'embedded' : 'postgresql',
    demonstration: config.demonstration,
  });
  await greet(app, config, url, whomToGreet(composed.roster.current(), systemClock.now()));

  const stop = once(async () => {
    log.info('leaving');
    setTimeout(() => process.exit(0), GONE).unref();
    metricsServer?.close();
    await app.leave(GRACE);
    composed.roster.stop();
    await redis?.close();
    await records.close();
    log.info('left');
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function openRecordsOrRefuse(config: Config, log: Log): Promise<Records> {
  const opened = await openRecords({
    ...config,
    files: recordFiles,
    pid: process.pid,
    clock: systemClock,
    onFault: (thrown) => log.fault('records', thrown),
    onLost: (thrown) => {
      log.fault('records-lost', thrown);
      process.exit(1);
    },
  });
  if (!opened.ok) throw new Refusal(opened.error);
  return opened.value;
}

async function listen(server: Server, port: number, host: string, variable: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${error.code})`;
      reject(
        new Refusal(`${variable} ${port} on ${host} ${fault}; for example ${variable}=0 takes a free one`),
      );
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  const shown = ['0.0.0.0', '::'].includes(address) ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && shown === address ? `[${shown}]` : shown}:${actual}`;
}

/** Only where a person reads it: one-time links have no place in a log file. */
async function greet(app: App, config: Config, url: string, counsellors: readonly string[]): Promise<void> {
  if (!process.stdout.isTTY && process.env['npm_lifecycle_event'] !== 'start') return;
  const people = [
    ['a counsellor', counsellors[0] ?? 'sanne'],
    ['a colleague', counsellors[1] ?? 'karim'],
    ['a supervisor', 'fatma'],
    ['an administrator', 'wilma'],
  ] as const;
  const signIn = people.flatMap(([who, staffId]) => {
    const path = app.signInPath(staffId);
    return path === null ? [] : [{ who, path }];
  });
  process.stdout.write(
    welcome({
      url: config.publicUrl ?? url,
      isDemonstration: config.demonstration,
      signIn,
      invitation: config.demonstration ? null : await app.firstInvitation(),
    }),
  );
}

function once(action: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) process.exit(1);
    begun = true;
    action().catch(() => process.exit(1));
  };
}

main().catch((error: unknown) => {
  const text = error instanceof Refusal ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${String(text)}\n`);
  process.exit(1);
});
