import { ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { RedisConnection } from './redis-connection';

/** Remembers what was used, on all nodes, until it would be worthless anyway. */
export type OnceStore = {
  /** True the first time for this name. */
  use(name: string, until: Instant): Promise<Result<boolean, 'unavailable'>>;
  isUsed(name: string): Promise<Result<boolean, 'unavailable'>>;
  /** As if it had not been used. */
  giveBack(name: string): Promise<Result<null, 'unavailable'>>;
};

export function createMemoryOnceStore(now: () => Instant): OnceStore {
  const used = new Map<string, Instant>();
  let nextSweep = 0;
  return {
    use: async (name, until) => {
      const at = now();
      if (at >= nextSweep) {
        for (const [each, end] of used) if (end <= at) used.delete(each);
        nextSweep = at + 60_000;
      }
      const fresh = (used.get(name) ?? 0) <= at;
      if (fresh) used.set(name, until);
      return ok(fresh);
    },
    isUsed: async (name) => ok((used.get(name) ?? 0) > now()),
    giveBack: async (name) => {
      used.delete(name);
      return ok(null);
    },
  };
}

export function createRedisOnceStore(redis: RedisConnection, now: () => Instant): OnceStore {
  const key = (name: string) => `{once}:${name}`;
  return {
    use: async (name, until) => {
      const left = String(Math.max(1, Math.ceil(until - now())));
      const reply = await redis.command(['SET', key(name), '1', 'NX', 'PX', left]);
      return reply.ok ? ok(reply.value === 'OK') : reply;
    },
    isUsed: async (name) => {
      const reply = await redis.command(['EXISTS', key(name)]);
      return reply.ok ? ok(Number(reply.value) === 1) : reply;
    },
    giveBack: async (name) => {
      const reply = await redis.command(['DEL', key(name)]);
      return reply.ok ? ok(null) : reply;
    },
  };
}
