import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import type { Clock } from '@haven/shared/transport/socket-port';
import { consolesOnly } from '../alerts/alert-delivery';
import { channelsOf } from '../alerts/channels';
import { createDelivery } from '../alerts/deliver';
import type { AppDeps } from '../app-deps';
import type { Config } from '../config';
import { createMemoryFrameStore } from '../live/frame-store-memory';
import { createRedisFrameStore } from '../live/frame-store-redis';
import { createMemoryDeskStore } from '../live/memory-desk-store';
import { memoryTables } from '../live/memory-tables';
import { createMemoryBlockStore, createRedisBlockStore } from '../live/block-store';
import { createMemoryOnceStore, createRedisOnceStore } from '../live/once-store';
import { connectRedis, type RedisConnection } from '../live/redis-connection';
import { createRedisDeskStore } from '../live/redis-desk-store';
import { createMemoryTallyStore, createRedisTallyStore } from '../live/tally-store';
import type { Log } from '../logging';
import { demonstrationCertifier } from '../organisation/demonstration-keys';
import { openDeskSettings } from '../organisation/desk-settings';
import { createDeskPlan } from '../organisation/desk-plan';
import { createDirectory } from '../organisation/directory';
import { firstOrganisation, parseOrganisationFile } from '../organisation/organisation-file';
import { keyRecords } from '../records/keys';
import type { Records } from '../records/open-records';
import { type OrganisationRecord, readOrganisation, seedOrganisation } from '../records/organisation';
import { openLiveRoster } from '../roster/live-roster';
import { seedDemonstrationRoster } from '../roster/seed-demonstration';
import { Trust } from '../trust/trust';
import { createKeyring } from '../tokens/keyring';
import { PERSISTENCE_REMEDY, persistenceOf } from './check-redis';
import { demonstrationSeeds } from './demonstration-seeds';
import { Refusal } from './refusal';
import { keyringInFolder, keyringInRedis } from './secrets';

type Composed = Omit<AppDeps, 'folders' | 'log' | 'metrics'>;

type Surroundings = { readonly clock: Clock; readonly log: Log };

/** Chooses by the configuration what the app works with. Throws a Refusal. */
export async function compose(
  config: Config,
  redis: RedisConnection | null,
  records: Records,
  { clock, log }: Surroundings,
): Promise<Composed> {
  const now = () => clock.now();
  const sodium = await loadSodium();
  const random = systemRandom(sodium);
  const first = await openOrganisation(config, records, { clock, log });
  const secrets = await keyringFor(config, redis, now);

  const certifier = config.demonstration
    ? demonstrationCertifier(sodium, random, first.organisation.id, await seedsFor(config, redis, random))
    : null;
  const roots = certifier === null ? config.roots : [certifier.root];
  const onFault = (thrown: unknown) => log.fault('directory', thrown);
  const directory = createDirectory({ records, first, settings: { ...config, roots }, clock, onFault });

  const deskSettings = await openDeskSettings({ records, clock, onFault });
  if (config.demonstrationRoster) {
    await seedDemonstrationRoster(records.db, new Set(directory.current().staff.keys()), now());
  }
  const timeZone = () => directory.current().organisation.timeZone;
  const roster = await openLiveRoster({ records, timeZone, clock, onFault });
  const plan = createDeskPlan({
    directory,
    roster: roster.current,
    overflow: () => deskSettings.current().overflow,
    hours: () => deskSettings.current().hours,
  });
  const live =
    redis === null
      ? {
          desk: createMemoryDeskStore({ plan, tables: memoryTables(now()) }),
          frames: createMemoryFrameStore(now),
          once: createMemoryOnceStore(now),
          blocks: createMemoryBlockStore(now),
          tallies: createMemoryTallyStore(now),
          adapter: null,
        }
      : {
          desk: createRedisDeskStore({ redis, plan, random: () => fraction(random(4)) }),
          frames: createRedisFrameStore(redis),
          once: createRedisOnceStore(redis, now),
          blocks: createRedisBlockStore(redis, now),
          tallies: createRedisTallyStore(redis, now),
          adapter: redis.adapter,
        };
  const channels = channelsOf(config, () => directory.current().organisation, now);
  return {
    ...live,
    sodium,
    records,
    settings: config,
    directory,
    certifier,
    alerts:
      channels.length === 0
        ? consolesOnly
        : createDelivery({
            channels,
            once: live.once,
            clock,
            onOutcome: (channel, outcome) => log.info('alert', { channel, outcome }),
          }),
    deskSettings,
    roster,
    plan,
    trust: await Trust.open({
      sodium,
      records: keyRecords(records),
      organisation: first.organisation.id,
      roots: config.roots,
      demonstrationRoot: certifier?.root ?? null,
      now,
      onFault: (event, thrown) => log.fault(event, thrown),
    }),
    keyring: secrets.keyring,
    learnSecrets: secrets.learn,
    clock,
    random,
  };
}

export async function openRedis(config: Config, url: string, log: Log): Promise<RedisConnection> {
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

/** Only this server's account may look into it. */
export function makeDataDir({ dataDir }: Config): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch {
    throw new Refusal(
      `DATA_DIR must be a folder that can be written (it is "${dataDir}"); for example DATA_DIR=./data`,
    );
  }
}

/** What the records hold of the organisation; before the first start, what the file or the demonstration says. */
async function openOrganisation(
  { organisationFile }: Config,
  { db }: Records,
  { clock, log }: Surroundings,
): Promise<OrganisationRecord> {
  const seed = firstOrganisation(organisationFile === null ? null : readFile(organisationFile));
  const isSame = await seedOrganisation(db, seed, clock.now());
  if (!isSame && organisationFile !== null) {
    log.warn('configuration', {
      hint: 'ORGANISATION_FILE is not what the records were made of; it is read at the first start only, and the records hold',
    });
  }
  return (await readOrganisation(db)) ?? { ...seed, retired: NOTHING_RETIRED };
}

function readFile(path: string) {
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

async function keyringFor(
  { serverSecret, dataDir }: Config,
  redis: RedisConnection | null,
  now: () => number,
) {
  const alone = { learn: async () => undefined };
  if (serverSecret !== null) return { ...alone, keyring: createKeyring(serverSecret) };
  if (redis === null) {
    const own = keyringInFolder(dataDir);
    if (own.ok) return { ...alone, keyring: own.value };
    throw new Refusal(own.error);
  }
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
