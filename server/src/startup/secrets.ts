import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { TIMING } from '@haven/shared/protocol/limits';
import { type Instant, seconds } from '@haven/shared/units';
import { err, ok, type Result } from '@haven/shared/result';
import { type RedisConnection, script } from '../live/redis-connection';
import { createKeyring, type Keyring, keyIdOf } from '../tokens/keyring';
import { readOrMake } from './own-file';

const SHORTEST_SECRET = 32;
const newSecret = () => randomBytes(32).toString('base64url');

/** Of one node: in its folder, so that it knows its chats and its staff again after a restart. */
export function keyringInFolder(folder: string): Result<Keyring, string> {
  const path = join(folder, 'server-secret');
  const secret = readOrMake(path, newSecret).trim();
  if (secret.length >= SHORTEST_SECRET) return ok(createKeyring(secret));
  return err(`DATA_DIR holds a secret that is too short to be one; remove ${path} to make a new one`);
}

/** KEYS: secrets. ARGV: key and secret by turns, the first one being what to sign with if nobody chose before. */
const ASSERT = script(`
for at = 1, #ARGV, 2 do redis.call('HSETNX', KEYS[1], ARGV[at], ARGV[at + 1]) end
redis.call('HSETNX', KEYS[1], 'first', ARGV[2])
return redis.call('HGETALL', KEYS[1])
`);
const KEY = '{haven}:secrets';
const LEARN_EVERY = seconds(1);

export type SharedKeyring = {
  readonly keyring: Keyring;
  /** Asks for the secrets of the other nodes; not more often than is useful, whatever peers present. */
  readonly learn: () => Promise<void>;
};

/**
 * Of all nodes on one Redis: in its memory and in theirs. A Redis that was emptied gets them back from any node within
 * seconds; a node that started meanwhile may have chosen another first one, so all of them stay good.
 */
export async function keyringInRedis(
  redis: RedisConnection,
  now: () => Instant,
): Promise<Result<SharedKeyring, 'unavailable'>> {
  const keyring = createKeyring(newSecret());
  let learnt = 0;

  const agree = async (): Promise<boolean> => {
    const known = keyring.secrets().flatMap((secret) => [keyIdOf(secret), secret]);
    const reply = await redis.run(ASSERT, [KEY], known);
    if (!reply.ok) return false;
    const fields = Array.isArray(reply.value) ? reply.value.map(String) : [];
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const [field = '', secret = ''] = fields.slice(at, at + 2);
      if (field === 'first') keyring.prefer(secret);
      else keyring.add(secret);
    }
    return true;
  };

  if (!(await agree())) return err('unavailable');
  setInterval(() => void agree(), TIMING.leaseRenewal).unref();
  redis.onAgain(() => void agree());
  return ok({
    keyring,
    learn: async () => {
      if (now() - learnt < LEARN_EVERY) return;
      learnt = now();
      await agree();
    },
  });
}
