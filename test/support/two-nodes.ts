import { temporaryFolder } from './child';
import { type Closing, createClosing } from './closing';
import { freshRecords } from './fresh-database';
import { type HavenServer, type ServerSettings, startServer } from './haven-server';
import { type NetworkPath, startNetwork } from './network-cut';
import { type RedisServer, startRedis } from './redis-server';

export type TwoNodes = {
  readonly redis: RedisServer;
  readonly databaseUrl: string;
  readonly nodes: readonly [HavenServer, HavenServer];
  readonly dataDir: string;
  /**
   * The way of one peer to the nodes: to the first of them, and to the other when the first is gone. Cut, stalled and
   * resumed by itself.
   */
  path(first: 0 | 1): Promise<NetworkPath>;
  /** Kills a node and starts another one in its place; paths lead there from then on. */
  replace(node: 0 | 1): Promise<void>;
  stop(): Promise<void>;
};

/** Two nodes of one organisation with a Redis and a database of their own. */
export async function startTwoNodes(settings: ServerSettings = {}): Promise<TwoNodes> {
  const closing = createClosing();
  try {
    return await open(closing, settings);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function open(closing: Closing, settings: ServerSettings): Promise<TwoNodes> {
  const folder = temporaryFolder('data');
  closing.defer(folder.remove);
  const redis = closing.add(await startRedis());
  const database = closing.add(await freshRecords());
  const common = { redisUrl: redis.url, databaseUrl: database.url, dataDir: folder.path, ...settings };
  const startNode = async (own: ServerSettings = {}) =>
    closing.add(await startServer({ ...common, ...own, env: { ...common.env, ...own.env } }));
  // One after the other: the first makes the keys that the second finds.
  const nodes: [HavenServer, HavenServer] = [await startNode(), await startNode()];
  return {
    redis,
    databaseUrl: database.url,
    nodes,
    dataDir: folder.path,
    path: async (first) => {
      const living = () =>
        [nodes[first], nodes[first === 0 ? 1 : 0]]
          .filter((node) => node.running())
          .map(({ target }) => target);
      return closing.add(await startNetwork(living));
    },
    replace: async (node) => {
      await nodes[node].kill9();
      nodes[node] = await startNode();
    },
    stop: closing.close,
  };
}
