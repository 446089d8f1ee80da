import { mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import { pino } from 'pino';
import { type App, createApp } from './app';
import { type Config, parseConfig } from './config';
import { createMemoryFrameStore } from './live/frame-store-memory';
import { createRedisFrameStore } from './live/frame-store-redis';
import { createMemoryDeskStore } from './live/memory-desk-store';
import { memoryTables } from './live/memory-tables';
import { createMemoryOnceStore, createRedisOnceStore } from './live/once-store';
import { connectRedis, type RedisConnection } from './live/redis-connection';
import { createRedisDeskStore } from './live/redis-desk-store';
import { createLog, type Log } from './logging';
import { createMetrics, createMetricsServer } from './metrics';
import { demonstrationCertifier } from './organisation/demonstration-keys';
import { createDirectory, parseOrganisationFile } from './organisation/organisation-file';
import { PERSISTENCE_REMEDY, persistenceOf } from './startup/check-redis';
import { demonstrationSeeds } from './startup/demonstration-seeds';
import { keyringInFolder, keyringInRedis } from './startup/secrets';
import { welcome } from './startup/welcome';
import { createKeyring } from './tokens/keyring';

/** How long peers have to go to another node, and when this one is gone whatever happens. */
const GRACE = seconds(6);
const GONE = seconds(9.5);

const clock: Clock = {
  now: () => Date.now(),
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
const now = () => clock.now();

/** What stops the start is one line for the person who starts it. */
class Refusal extends Error {}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new Refusal(parsed.error.join('\n'));
  const config = parsed.value;
  const log = createLog(config.logLevel, pino.destination({ dest: 1, sync: true }));
  for (const hint of config.hints) log.warn('configuration', { hint });
  process.on('unhandledRejection', (reason) => log.fault('unhandled-rejection', reason));
  process.on('uncaughtException', (error) => log.fault('uncaught-exception', error));

  const redis = config.redisUrl === null ? null : await openRedis(config, config.redisUrl, log);
  makeDataDir(config);
  const metrics = createMetrics();
  const app = createApp({ ...(await assemble(config, redis)), metrics, log });
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
    demonstration: config.demonstration,
  });
  greet(app, config, url);

  const stop = once(async () => {
    log.info('leaving');
    setTimeout(() => process.exit(0), GONE).unref();
    metricsServer?.close();
    await app.leave(GRACE);
    await redis?.close();
    log.info('left');
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function openRedis(config: Config, url: string, log: Log): Promise<RedisConnection> {
  const connected = await connectRedis(url, ({ name }) => log.warn('redis', { fault: name }));
  if (!connected.ok) {
    throw new Refusal(
      'REDIS_URL must lead to a Redis that answers; for example REDIS_URL=redis://127.0.0.1:6379',
    );
  }
  const fault = config.allowPersistentRedis ? null : await persistenceOf(connected.value);
  if (fault !== null) throw new Refusal(`${fault}; ${PERSISTENCE_REMEDY}`);
  return connected.value;
}

function makeDataDir({ dataDir }: Config): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    throw new Refusal(
      `DATA_DIR must be a folder that can be written (it is "${dataDir}"); for example DATA_DIR=./data`,
    );
  }
}

async function assemble(config: Config, redis: RedisConnection | null) {
  const sodium = await loadSodium();
  const random = systemRandom(sodium);
  const file = config.organisationFile === null ? null : readOrganisation(config.organisationFile);
  const secrets = await keyringFor(config, redis);

  const organisationId = createDirectory({ ...config, file }).organisation.id;
  const certifier = config.demonstration
    ? demonstrationCertifier(sodium, random, organisationId, await seedsFor(config, redis, random))
    : null;
  const roots = certifier === null ? config.roots : [certifier.root];
  const directory = createDirectory({ ...config, file, roots });

  const plan = directory.organisation;
  const live =
    redis === null
      ? {
          desk: createMemoryDeskStore({ plan, tables: memoryTables(now()) }),
          frames: createMemoryFrameStore(now),
          once: createMemoryOnceStore(now),
          adapter: null,
        }
      : {
          desk: createRedisDeskStore({ redis, plan, random: () => fraction(random(4)) }),
          frames: createRedisFrameStore(redis),
          once: createRedisOnceStore(redis, now),
          adapter: redis.adapter,
        };
  return {
    ...live,
    settings: config,
    folders: {
      webClient: folder('../../web-client/dist'),
      console: folder('../../console/dist'),
      demonstration: folder('../../web-client/demo'),
    },
    directory,
    certifier,
    keyring: secrets.keyring,
    learnSecrets: secrets.learn,
    clock,
    random,
  };
}

function readOrganisation(path: string) {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(`ORGANISATION_FILE must be a file that can be read (it is "${path}")`);
  }
  const parsed = parseOrganisationFile(text);
  if (!parsed.ok) throw new Refusal(`ORGANISATION_FILE is not right: ${parsed.error} (in "${path}")`);
  return parsed.value;
}

async function keyringFor({ serverSecret, dataDir }: Config, redis: RedisConnection | null) {
  const alone = { learn: async () => undefined };
  if (serverSecret !== null) return { ...alone, keyring: createKeyring(serverSecret) };
  if (redis === null) return { ...alone, keyring: keyringInFolder(dataDir) };
  const shared = await keyringInRedis(redis, now);
  if (!shared.ok) throw new Refusal('REDIS_URL leads to a Redis that does not answer');
  return shared.value;
}

async function seedsFor(
  { dataDir }: Config,
  redis: RedisConnection | null,
  random: (length: number) => Uint8Array,
) {
  const seeds = await demonstrationSeeds(dataDir, redis, random);
  if (!seeds.ok) throw new Refusal(seeds.error);
  return seeds.value;
}

const fraction = (bytes: Uint8Array): number => Buffer.from(bytes).readUInt32BE() / 2 ** 32;

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
function greet(app: App, config: Config, url: string): void {
  if (!process.stdout.isTTY && process.env['npm_lifecycle_event'] !== 'start') return;
  const people = [
    ['counsellor', 'sanne'],
    ['colleague', 'karim'],
    ['supervisor', 'fatma'],
  ] as const;
  const signIn = people.flatMap(([who, staffId]) => {
    const path = app.signInPath(staffId);
    return path === null ? [] : [{ who: `a ${who}`, path }];
  });
  process.stdout.write(
    welcome({ url: config.publicUrl ?? url, isDemonstration: config.demonstration, signIn }),
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
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
