import type { RedisConnection, RedisReply } from '../live/redis-connection';

/** Why this Redis may not hold live state, as one sentence; null when it may. */
export async function persistenceOf(redis: RedisConnection): Promise<string | null> {
  const save = await setting(redis, 'save');
  const appendOnly = await setting(redis, 'appendonly');
  if (save === null || appendOnly === null) {
    return 'REDIS_URL leads to a Redis that does not say whether it writes to disk (CONFIG GET is refused)';
  }
  const ways = [
    ...(save === '' ? [] : [`snapshots (save "${save}")`]),
    ...(appendOnly === 'no' ? [] : ['an append-only file']),
  ];
  if (ways.length === 0) return null;
  return `REDIS_URL leads to a Redis that writes to disk: ${ways.join(' and ')}; nothing of a conversation may reach a disk, not even encrypted`;
}

export const PERSISTENCE_REMEDY =
  'start it with --save "" --appendonly no, or set ALLOW_PERSISTENT_REDIS=on if you accept it';

async function setting(redis: RedisConnection, name: string): Promise<string | null> {
  const reply = await redis.command(['CONFIG', 'GET', name]);
  if (!reply.ok) return null;
  const value = valueIn(reply.value, name);
  return typeof value === 'string' ? value : null;
}

/** A table, in one of the forms that the protocol's versions have for it. */
function valueIn(reply: RedisReply, name: string): unknown {
  if (Array.isArray(reply)) return reply[reply.indexOf(name) + 1];
  if (reply instanceof Map) return reply.get(name);
  return (reply as unknown as Readonly<Record<string, unknown>> | null)?.[name];
}
