import { connectRedis } from '@haven/server/live/redis-connection';
import { createMemoryTallyStore, createRedisTallyStore, KEPT_AFTER } from '@haven/server/live/tally-store';
import { seconds } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';

const MONDAY = '2026-03-02';

async function openMemory() {
  const store = createMemoryTallyStore(Date.now);
  return { nodes: [store, store] as const, stop: async () => undefined };
}

async function openRedis() {
  const closing = createClosing();
  const { url } = closing.add(await startRedis());
  const node = async () => {
    const connected = await connectRedis(url, () => undefined);
    if (!connected.ok) throw new Error('No connection to the Redis of this test');
    closing.defer(() => connected.value.close());
    return createRedisTallyStore(connected.value, Date.now);
  };
  return { nodes: [await node(), await node()] as const, stop: closing.close };
}

describe.each([
  { kind: 'memory', open: openMemory },
  { kind: 'Redis', open: openRedis },
])('The counters of a day ($kind)', ({ open }) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.stop());
  const read = async (day: string) => {
    const tally = await opened.nodes[1].read(day);
    if (!tally.ok) throw new Error(tally.error);
    return tally.value;
  };

  it('add up over the nodes, however many count at once', async () => {
    const [one, other] = opened.nodes;
    const midnight = Date.now() + seconds(60);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? one : other).add(MONDAY, ['desk amsterdam entered', 'quarter 36'], midnight),
      ),
    );
    expect(await read(MONDAY)).toEqual(
      new Map([
        ['desk amsterdam entered', 50],
        ['quarter 36', 50],
      ]),
    );
    expect((await read('2026-03-03')).size).toBe(0);
  });

  it('end with the day, and a late count does not bring them back', async () => {
    const ends = Date.now() - KEPT_AFTER + seconds(0.4);
    await opened.nodes[0].add('2026-03-01', ['quarter 95'], ends);
    await until('the day is forgotten', async () => (await read('2026-03-01')).size === 0);
    await opened.nodes[0].add('2026-03-01', ['quarter 95'], ends);
    expect((await read('2026-03-01')).size).toBe(0);
  });
});
