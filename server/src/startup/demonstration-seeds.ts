import { join } from 'node:path';
import type { Random } from '@haven/shared/crypto/sodium';
import { TIMING } from '@haven/shared/protocol/limits';
import { err, ok, type Result } from '@haven/shared/result';
import * as z from 'zod/mini';
import type { RedisConnection } from '../live/redis-connection';
import { type DemonstrationSeeds, makeSeeds } from '../organisation/demonstration-keys';
import { readOrMake, readOwn } from './own-file';

const seed = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const seeds = z.object({ root: seed, issuer: seed });
const KEY = '{haven}:demonstration';

/**
 * The demonstration organisation's keys: made at the first start and kept in DATA_DIR. Nodes on one Redis agree on one
 * set, or visitors of one node would refuse the counsellors of another.
 */
export async function demonstrationSeeds(
  folder: string,
  redis: RedisConnection | null,
  random: Random,
): Promise<Result<DemonstrationSeeds, string>> {
  const path = join(folder, 'demonstration-keys.json');
  const own = readOwn(path);
  const draft = own ?? JSON.stringify(makeSeeds(random));
  const agreed = redis === null ? draft : await agree(redis, draft);
  if (agreed === null) return err('REDIS_URL: Redis does not answer');
  if (own !== null && own !== agreed) {
    return err(
      `DATA_DIR holds other demonstration keys than the other nodes of this Redis; remove ${path} to take theirs`,
    );
  }
  const parsed = seeds.safeParse(parse(readOrMake(path, () => agreed)));
  return parsed.success
    ? ok(parsed.data)
    : err(`DATA_DIR must hold readable demonstration keys; remove ${path} to make new ones`);
}

/** What Redis holds, or from now on this draft; a Redis that was emptied gets it again. */
async function agree(redis: RedisConnection, draft: string): Promise<string | null> {
  await redis.command(['SET', KEY, draft, 'NX']);
  const agreed = await redis.command(['GET', KEY]);
  if (!agreed.ok || typeof agreed.value !== 'string') return null;
  const { value } = agreed;
  setInterval(() => void redis.command(['SET', KEY, value, 'NX']), TIMING.leaseRenewal).unref();
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
