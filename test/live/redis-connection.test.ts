import { connectRedis, script } from '@haven/server/live/redis-connection';
import { afterEach, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';

const closing = createClosing();
afterEach(closing.close);

const ECHO = script('return ARGV[1]');

test('Redis knows every script before the first is run, also after it has forgotten them all', async () => {
  const redis = closing.add(await startRedis());
  const connected = await connectRedis(redis.url, () => undefined);
  if (!connected.ok) throw new Error('Redis is there.');
  const connection = connected.value;
  closing.defer(() => connection.close());
  const taughtOnTheWay = async () => (await redis.info('commandstats')).has('cmdstat_eval');
  expect(await connection.run(ECHO, [], ['one'])).toEqual({ ok: true, value: 'one' });
  expect(await taughtOnTheWay()).toBe(false);

  let again = 0;
  connection.onAgain(() => {
    again += 1;
  });
  await redis.restart();
  await until('the connection is there again', () => again > 0);
  expect(await connection.run(ECHO, [], ['two'])).toEqual({ ok: true, value: 'two' });
  expect(await taughtOnTheWay()).toBe(false);
});
