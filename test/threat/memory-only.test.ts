import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startFails, startServer } from '../support/haven-server';
import { type HouseOfTwo, meet, openHouseOfTwo } from '../support/house';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';

let house: HouseOfTwo;
beforeAll(async () => {
  house = await openHouseOfTwo();
});
afterAll(() => house.stop());

describe('nothing stays', () => {
  test('a server does not start on a Redis that writes to disk', async () => {
    const closing = createClosing();
    try {
      const redis = closing.add(await startRedis({ persistent: true }));
      const { code, output } = await startFails({ redisUrl: redis.url });
      expect(code).not.toBe(0);
      expect(output).toContain('ALLOW_PERSISTENT_REDIS');
      // Whoever knows better has to say so.
      const env = { ALLOW_PERSISTENT_REDIS: 'on' };
      const allowed = closing.add(await startServer({ redisUrl: redis.url, env }));
      expect(allowed.running()).toBe(true);
    } finally {
      await closing.close();
    }
  });

  test('everything of a chat has an end in Redis', async () => {
    const { redis } = house.two;
    const counsellor = await house.counsellor('sanne', { presence: 'busy', url: house.nodes[1]?.url ?? '' });
    const visitor = await house.visitorFor(counsellor);
    await meet(visitor, counsellor);
    const { chat } = visitor.view();
    const keysOfChat = async () =>
      ((await redis.command('KEYS', '*')) as string[]).filter((key) => key.includes(chat));
    expect(await keysOfChat()).not.toEqual([]);
    await visitor.leave('visitor-closed');
    await counsellor.relay.request('wrap-up:finish', { chat, form: { kind: 'skipped', reason: 'no-time' } });
    await until('every key of the chat ends within ten minutes', async () => {
      const ends = await Promise.all((await keysOfChat()).map((key) => redis.command('PTTL', key)));
      return ends.every((end) => Number(end) > 0 && Number(end) <= 600_000);
    });
    // What is kept of it at the desk has a deadline, after which it is forgotten.
    const deadlines = (await deadlinesOf(redis, chat)).map(([, at]) => Number(at) - Date.now());
    expect(deadlines.length).toBeGreaterThan(0);
    expect(Math.max(...deadlines)).toBeLessThanOrEqual(600_000);
  });

  test('metrics name no chat, no person and no address', async () => {
    const counsellor = await house.counsellor('karim', { presence: 'busy' });
    const visitor = await house.visitorFor(counsellor);
    await meet(visitor, counsellor);
    const { chat } = visitor.view();
    for (const node of house.nodes) {
      const page = await (await fetch(node.metricsUrl)).text();
      expect(page).toContain('haven_events_total');
      for (const name of [
        chat,
        counsellor.seat,
        'karim',
        'Karim',
        '127.0.0.1',
        visitor.kept().capability ?? 'x',
      ]) {
        expect(page).not.toContain(name);
      }
    }
  });
});

/** Members of sorted sets that name the chat, with their scores. */
async function deadlinesOf(redis: HouseOfTwo['two']['redis'], chat: string) {
  const found: [string, string][] = [];
  for (const key of (await redis.command('KEYS', '*')) as string[]) {
    if ((await redis.command('TYPE', key)) !== 'zset') continue;
    const pairs = (await redis.command('ZRANGE', key, '0', '-1', 'WITHSCORES')) as string[];
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at]?.includes(chat)) found.push([pairs[at] ?? '', pairs[at + 1] ?? '']);
    }
  }
  return found;
}
