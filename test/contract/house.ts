import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from '@haven/server/app';
import type { App, AppDeps } from '@haven/server/app-deps';
import type { DeskPlan } from '@haven/server/desk/plan';
import { openDeskSettings } from '@haven/server/organisation/desk-settings';
import { consolesOnly } from '@haven/server/alerts/alert-delivery';
import { createDeskPlan } from '@haven/server/organisation/desk-plan';
import { createMemoryFrameStore } from '@haven/server/live/frame-store-memory';
import { createRedisFrameStore } from '@haven/server/live/frame-store-redis';
import { createMemoryDeskStore } from '@haven/server/live/memory-desk-store';
import { memoryTables } from '@haven/server/live/memory-tables';
import { createMemoryBlockStore, createRedisBlockStore } from '@haven/server/live/block-store';
import { createMemoryOnceStore, createRedisOnceStore } from '@haven/server/live/once-store';
import { createMemoryTallyStore, createRedisTallyStore } from '@haven/server/live/tally-store';
import { connectRedis } from '@haven/server/live/redis-connection';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { createLog } from '@haven/server/logging';
import { createMetrics, type Metrics } from '@haven/server/metrics';
import { demonstrationCertifier, makeSeeds } from '@haven/server/organisation/demonstration-keys';
import { createDirectory } from '@haven/server/organisation/directory';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import {
  type OrganisationSeed,
  readOrganisation,
  seedOrganisation,
} from '@haven/server/records/organisation';
import { systemClock } from '@haven/server/startup/system-clock';
import { openLiveRoster } from '@haven/server/roster/live-roster';
import { createKeyring } from '@haven/server/tokens/keyring';
import { keyRecords } from '@haven/server/records/keys';
import { Trust } from '@haven/server/trust/trust';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Closing, createClosing } from '../support/closing';
import { freshRecords } from '../support/fresh-database';
import { recordsAt } from '../support/records';

const SECRET = 'the secret that the nodes of this house share';

/** The clock of a house, which can be put forward. */
function createClock(): Clock & { readonly pass: (milliseconds: number) => void } {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    pass: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** A node in this process. */
export type HouseNode = {
  readonly url: string;
  readonly app: App;
  readonly metrics: Metrics;
  /** All that it logged. */
  log(): string;
};

/** One organisation: a node with its own memory, or any number of nodes on one Redis. */
export type House = {
  readonly nodes: readonly HouseNode[];
  readonly databaseUrl: string;
  /** Puts the clock of all nodes forward. */
  pass(milliseconds: number): void;
  stop(): Promise<void>;
};

type Settings = {
  readonly redisUrl?: string;
  readonly nodes?: number;
  readonly settings?: Partial<AppDeps['settings']>;
  readonly folders?: AppDeps['folders'];
  readonly alerts?: AppDeps['alerts'];
  readonly organisation?: OrganisationSeed;
};

const NO_FOLDERS = { webClient: '/nowhere', console: '/nowhere', demonstration: '/nowhere' };

export async function openHouse({
  redisUrl,
  nodes = 1,
  settings = {},
  folders = NO_FOLDERS,
  alerts = consolesOnly,
  organisation = firstOrganisation(null),
}: Settings = {}): Promise<House> {
  const closing = createClosing();
  const clock = createClock();
  const { url: databaseUrl } = closing.add(await freshRecords());
  const random = systemRandom(await loadSodium());
  const seeds = makeSeeds(random);
  const opened: HouseNode[] = [];
  for (let count = 0; count < nodes; count += 1) {
    opened.push(
      await openNode(closing, {
        redisUrl,
        databaseUrl,
        settings,
        folders,
        alerts,
        organisation,
        seeds,
        random,
        clock,
      }),
    );
  }
  return { nodes: opened, databaseUrl, pass: clock.pass, stop: closing.close };
}

type NodeSettings = Required<Pick<Settings, 'settings' | 'folders' | 'alerts' | 'organisation'>> & {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string;
  readonly seeds: ReturnType<typeof makeSeeds>;
  readonly random: (length: number) => Uint8Array;
  readonly clock: Clock;
};

async function openNode(closing: Closing, given: NodeSettings): Promise<HouseNode> {
  const { seeds, random, settings, folders, clock } = given;
  const sodium = await loadSodium();
  const records = closing.add(await recordsAt(given.databaseUrl));
  await seedOrganisation(records.db, given.organisation, clock.now());
  const first = await readOrganisation(records.db);
  if (first === null) throw new Error('The records have no organisation');
  const certifier = demonstrationCertifier(sodium, random, first.organisation.id, seeds);
  const directory = createDirectory({
    records,
    first,
    clock,
    settings: { exitUrl: null, demonstration: true, roots: [certifier.root] },
    onFault: () => undefined,
  });
  const deskSettings = await openDeskSettings({ records, clock, onFault: () => undefined });
  const roster = closing.add(
    await openLiveRoster({
      records,
      timeZone: () => directory.current().organisation.timeZone,
      clock,
      onFault: () => undefined,
    }),
  );
  const plan = createDeskPlan({
    directory,
    roster: roster.current,
    overflow: () => deskSettings.current().overflow,
    hours: () => deskSettings.current().hours,
  });
  let lines = '';
  const metrics = createMetrics();
  const log = createLog('debug', { write: (line) => (lines += line) });
  const app = createApp({
    sodium,
    ...(await liveState(closing, given.redisUrl, plan, clock)),
    records,
    roster,
    settings: {
      publicUrl: null,
      frameAncestors: ["'self'"],
      trustProxy: 0,
      provider: null,
      contactRecordMonths: 24,
      ...settings,
    },
    folders,
    directory,
    certifier,
    alerts: given.alerts,
    deskSettings,
    plan,
    trust: await Trust.open({
      sodium,
      records: keyRecords(records),
      organisation: first.organisation.id,
      roots: [],
      demonstrationRoot: certifier.root,
      now: () => clock.now(),
      onFault: () => undefined,
    }),
    keyring: createKeyring(SECRET),
    learnSecrets: async () => undefined,
    metrics,
    log,
    clock,
    random,
  });
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  app.start();
  closing.defer(() => app.leave(0));
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, app, metrics, log: () => lines };
}

async function liveState(closing: Closing, redisUrl: string | undefined, plan: () => DeskPlan, clock: Clock) {
  const now = () => clock.now();
  if (redisUrl === undefined) {
    return {
      desk: createMemoryDeskStore({ plan, tables: memoryTables(now()) }),
      frames: createMemoryFrameStore(now),
      once: createMemoryOnceStore(now),
      blocks: createMemoryBlockStore(now),
      tallies: createMemoryTallyStore(now),
      adapter: null,
    };
  }
  const redis = await connectRedis(redisUrl, () => undefined);
  if (!redis.ok) throw new Error('No Redis');
  closing.defer(() => redis.value.close());
  return {
    desk: createRedisDeskStore({
      redis: redis.value,
      plan,
      random: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    }),
    frames: createRedisFrameStore(redis.value),
    once: createRedisOnceStore(redis.value, now),
    blocks: createRedisBlockStore(redis.value, now),
    tallies: createRedisTallyStore(redis.value, now),
    adapter: redis.value.adapter,
  };
}
