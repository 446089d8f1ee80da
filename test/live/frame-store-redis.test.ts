import { createRedisFrameStore } from '@haven/server/live/frame-store-redis';
import { TIMING } from '@haven/shared/protocol/limits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type RedisServer, startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { connect, frameOf, linksOf, listening, newChat, newSeat } from './frames';

const closing = createClosing();
let redis: RedisServer;
beforeAll(async () => {
  redis = closing.add(await startRedis());
});
afterAll(closing.close);

test('what was published while the subscription was gone comes when it is back, once and in order', async () => {
  const amina = createRedisFrameStore(await connect(redis.url, closing));
  const sanne = listening(createRedisFrameStore(await connect(redis.url, closing)));
  const chat = newChat();
  const seat = newSeat();
  await sanne.store.watch(chat);
  await amina.openLink(linksOf(chat, [seat]), { epoch: 1, seat, frame: frameOf({ chat, type: 'hello' }) });
  let n = 0;
  const write = async (count: number) => {
    for (const last = n + count; n < last; ) {
      n += 1;
      await amina.append(chat, 1, 'visitor', frameOf({ chat, n }));
    }
  };
  await write(5);
  for (let cut = 0; cut < 3; cut += 1) {
    await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await write(5);
  }
  await until('all came', () => sanne.relayed.length >= 21, { seen: () => sanne.relayed.length });
  await write(1);
  await until('the last came', () => sanne.relayed.some(({ frame }) => frame === frameOf({ chat, n })));
  expect(sanne.relayed.map(({ seq }) => seq)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
});

test('a Redis that does not answer is unavailable, and nobody waits for long', async () => {
  const frozen = closing.add(await startRedis());
  const store = createRedisFrameStore(await connect(frozen.url, closing));
  const chat = newChat();
  const seat = newSeat();
  const hello = { epoch: 1, seat, frame: frameOf({ chat, type: 'hello' }) };
  await store.openLink(linksOf(chat, [seat]), hello);
  frozen.freeze();
  const outcome = await store.append(chat, 1, 'visitor', frameOf({ chat }));
  expect(outcome).toEqual({ ok: false, error: 'unavailable' });
  frozen.thaw();
  // The frame may have been stored all the same; sending it again is safe.
  await until('it answers again', async () => (await store.append(chat, 1, 'visitor', frameOf({ chat }))).ok);
  expect(await store.replay(chat, seat, 0)).toMatchObject({ ok: true, value: { upTo: 2 } });
  await frozen.kill();
  expect(await store.replay(chat, seat, 0)).toEqual({ ok: false, error: 'unavailable' });
});

test('in Redis a ring runs out by itself', async () => {
  const store = createRedisFrameStore(await connect(redis.url, closing));
  const chat = newChat();
  const seat = newSeat();
  await store.openLink(linksOf(chat, [seat]), { epoch: 1, seat, frame: frameOf({ chat, type: 'hello' }) });
  const left = async () => Number(await redis.command('PTTL', `{c:${chat}}:ring`));
  expect(await left()).toBeGreaterThan(TIMING.retention);
  await store.setLinks({ ...linksOf(chat, [seat], 2), ended: true });
  expect(await left()).toBeGreaterThan(0);
  expect(await left()).toBeLessThanOrEqual(TIMING.retention);
});
