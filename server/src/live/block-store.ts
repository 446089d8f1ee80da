import type { Block } from '@haven/shared/protocol/block';
import { block } from '@haven/shared/protocol/block';
import { err, ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { type RedisConnection, script } from './redis-connection';
import { textsIn } from './redis-records';

/** What stands for a network, known to the live state only, and no longer than its block. */
export type Network = string;

/** Networks whose visitors are turned away for a time; in memory only. */
export type BlockStore = {
  readonly add: (network: Network, block: Block) => Promise<Result<null, 'unavailable'>>;
  readonly isBlocked: (network: Network) => Promise<Result<boolean, 'unavailable'>>;
  /** Those that hold now. */
  readonly list: () => Promise<Result<Block[], 'unavailable'>>;
  /** The one that was lifted; null: there is none of that name any more. */
  readonly lift: (handle: string) => Promise<Result<Block | null, 'unavailable'>>;
};

export function createMemoryBlockStore(now: () => Instant): BlockStore {
  const blocks = new Map<Network, Block>();
  const sweep = () => {
    for (const [network, { until }] of blocks) if (until <= now()) blocks.delete(network);
  };
  return {
    add: async (network, added) => {
      sweep();
      blocks.set(network, added);
      return ok(null);
    },
    isBlocked: async (network) => {
      sweep();
      return ok(blocks.has(network));
    },
    list: async () => {
      sweep();
      return ok([...blocks.values()]);
    },
    lift: async (handle) => {
      sweep();
      const found = [...blocks].find(([, each]) => each.handle === handle);
      if (found === undefined) return ok(null);
      blocks.delete(found[0]);
      return ok(found[1]);
    },
  };
}

/**
 * KEYS: what is blocked, until when. ARGV: now. Forgets what is over, and lets both keys end with the last block.
 */
const SWEEP = `
for _, network in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])) do
  redis.call('HDEL', KEYS[1], network)
  redis.call('ZREM', KEYS[2], network)
end
`;
const END_WITH_LAST = `
local last = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')
if last[2] then
  local left = math.max(1, math.ceil(tonumber(last[2]) - tonumber(ARGV[1])))
  redis.call('PEXPIRE', KEYS[1], left)
  redis.call('PEXPIRE', KEYS[2], left)
end
`;
const ADD = script(`${SWEEP}
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
${END_WITH_LAST}
return 1
`);
const IS_BLOCKED = script(`${SWEEP}
return redis.call('HEXISTS', KEYS[1], ARGV[2])
`);
const LIST = script(`${SWEEP}
return redis.call('HGETALL', KEYS[1])
`);
const LIFT = script(`
redis.call('ZREM', KEYS[2], ARGV[2])
local gone = redis.call('HDEL', KEYS[1], ARGV[2])
${END_WITH_LAST}
return gone
`);
const KEYS = ['{blocks}', '{blocks}:until'];

export function createRedisBlockStore(redis: RedisConnection, now: () => Instant): BlockStore {
  const run = (what: typeof ADD, ...more: string[]) => redis.run(what, KEYS, [String(now()), ...more]);
  const all = async (): Promise<Result<[Network, Block][], 'unavailable'>> => {
    const reply = await run(LIST);
    if (!reply.ok) return reply;
    const parts = textsIn(reply.value);
    const found: [Network, Block][] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      found.push([parts[at] ?? '', block.parse(JSON.parse(parts[at + 1] ?? ''))]);
    }
    return ok(found);
  };
  return {
    add: async (network, added) => {
      const reply = await run(ADD, network, JSON.stringify(added), String(added.until));
      return reply.ok ? ok(null) : reply;
    },
    isBlocked: async (network) => {
      const reply = await run(IS_BLOCKED, network);
      return reply.ok ? ok(Number(reply.value) === 1) : reply;
    },
    list: async () => {
      const found = await all();
      return found.ok ? ok(found.value.map(([, each]) => each)) : found;
    },
    lift: async (handle) => {
      const found = await all();
      if (!found.ok) return err(found.error);
      const lifted = found.value.find(([, each]) => each.handle === handle);
      if (lifted === undefined) return ok(null);
      const reply = await run(LIFT, lifted[0]);
      if (!reply.ok) return reply;
      return ok(Number(reply.value) === 1 ? lifted[1] : null);
    },
  };
}
