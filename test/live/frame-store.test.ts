import { createMemoryFrameStore } from '@haven/server/live/frame-store-memory';
import { createRedisFrameStore } from '@haven/server/live/frame-store-redis';
import { EVICT_EVERY, type FrameStore, type LinkEnd } from '@haven/server/live/frame-store';
import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type RedisServer, startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { connect, frameOf, linksOf, listening, newChat, newSeat, type Node } from './frames';

type World = { readonly nodes: readonly [Node, Node]; readonly setTime: (now: number) => void };

const closing = createClosing();
let redis: RedisServer;
beforeAll(async () => {
  redis = closing.add(await startRedis());
});
afterAll(closing.close);

const worlds: Record<string, () => Promise<World>> = {
  memory: async () => {
    let now = 1_000_000;
    const node = listening(createMemoryFrameStore(() => now));
    return {
      nodes: [node, node],
      setTime: (time) => {
        now = time;
      },
    };
  },
  redis: async () => ({
    nodes: [
      listening(createRedisFrameStore(await connect(redis.url, closing))),
      listening(createRedisFrameStore(await connect(redis.url, closing))),
    ],
    setTime: () => undefined,
  }),
};

describe.each(Object.entries(worlds))('Frames in %s', (_, makeWorld) => {
  const open = async () => {
    const world = await makeWorld();
    const [amina, sanne] = world.nodes;
    const chat = newChat();
    const seat = newSeat();
    const opened = await amina.store.openLink(linksOf(chat, [seat]), {
      epoch: 1,
      seat,
      frame: frameOf({ chat, type: 'hello' }),
    });
    expect(opened).toEqual({ ok: true, value: 1 });
    return { world, amina, sanne, chat, seat };
  };

  test('Amina and Sanne write from different nodes and each gets what the other wrote, in order', async () => {
    const { amina, sanne, chat, seat } = await open();
    await amina.store.watch(chat);
    await sanne.store.watch(chat);
    for (let n = 1; n <= 20; n += 1) {
      await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n }));
      await sanne.store.append(chat, 1, seat, frameOf({ chat, n, from: 'staff' }));
    }
    for (const [node, to] of [
      [amina, 'visitor'],
      [sanne, seat],
    ] as const) {
      const got = await until('all frames came', () => {
        const mine = node.relayed.filter((relayed) => relayed.to === to);
        return mine.length === 20 && mine;
      });
      const from = to === 'visitor' ? 'staff' : 'visitor';
      expect(got.map(({ frame }) => frame)).toEqual(
        Array.from({ length: 20 }, (_, index) => frameOf({ chat, n: index + 1, from })),
      );
      expect(got.map(({ seq }) => seq)).toEqual(got.map(({ seq }) => seq).toSorted((a, b) => a - b));
    }
  });

  test('a frame sent twice is stored once and gets its number again', async () => {
    const { amina, sanne, chat, seat } = await open();
    await sanne.store.watch(chat);
    const first = await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }));
    await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 2 }));
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }))).toEqual(first);
    await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 3 }));
    await until('the last one came', () =>
      sanne.relayed.some(({ frame }) => frame === frameOf({ chat, n: 3 })),
    );
    expect(sanne.relayed.filter(({ to }) => to === seat)).toHaveLength(3);
  });

  test('the same number from the other side, or of another link, is another frame', async () => {
    const { amina, chat, seat } = await open();
    const mine = await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }));
    const hers = await amina.store.append(chat, 1, seat, frameOf({ chat, n: 1, from: 'staff' }));
    await amina.store.openLink(linksOf(chat, [seat]), {
      epoch: 2,
      seat,
      frame: frameOf({ chat, type: 'hello', epoch: 2 }),
    });
    const later = await amina.store.append(chat, 2, 'visitor', frameOf({ chat, n: 1, epoch: 2 }));
    expect([mine, hers, later]).toEqual([
      { ok: true, value: 2 },
      { ok: true, value: 3 },
      { ok: true, value: 5 },
    ]);
  });

  test('opening the same link again is no second link, and an older or equal epoch is refused', async () => {
    const { amina, chat, seat } = await open();
    const again = { epoch: 1, seat, frame: frameOf({ chat, type: 'hello' }) };
    expect(await amina.store.openLink(linksOf(chat, [seat]), again)).toEqual({ ok: true, value: 1 });
    const other = newSeat();
    const stale = { ...again, seat: other };
    expect(await amina.store.openLink(linksOf(chat, [seat, other], 2), stale)).toEqual({
      ok: false,
      error: 'stale-epoch',
    });
    const foreign = { epoch: 2, seat: newSeat(), frame: frameOf({ chat, type: 'hello', epoch: 2 }) };
    expect(await amina.store.openLink(linksOf(chat, [seat, other], 2), foreign)).toEqual({
      ok: false,
      error: 'unknown-member',
    });
  });

  test('every wrong frame gets its own name and changes nothing', async () => {
    const { amina, chat, seat } = await open();
    const append = (...call: Parameters<FrameStore['append']>) => amina.store.append(...call);
    expect(await append(newChat(), 1, 'visitor', frameOf({ chat }))).toEqual({
      ok: false,
      error: 'unknown-chat',
    });
    expect(await append(chat, 7, 'visitor', frameOf({ chat, epoch: 7 }))).toEqual({
      ok: false,
      error: 'unknown-epoch',
    });
    expect(await append(chat, 0, 'visitor', frameOf({ chat, epoch: 0 }))).toEqual({
      ok: false,
      error: 'stale-epoch',
    });
    expect(await append(chat, 1, newSeat(), frameOf({ chat, from: 'staff' }))).toEqual({
      ok: false,
      error: 'not-yours',
    });
    expect(await amina.store.replay(chat, seat, 0)).toMatchObject({ ok: true, value: { upTo: 1 } });
  });

  test('after a transfer Sanne can neither read nor write, and Karim reads only his own link', async () => {
    const { amina, chat, seat: sanne } = await open();
    const karim = newSeat();
    await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }));
    await amina.store.openLink(linksOf(chat, [sanne, karim], 2), {
      epoch: 2,
      seat: karim,
      frame: frameOf({ chat, type: 'hello', epoch: 2 }),
    });
    await amina.store.setLinks(linksOf(chat, [karim], 3));
    await amina.store.append(chat, 2, 'visitor', frameOf({ chat, epoch: 2, n: 1 }));
    expect(await amina.store.append(chat, 1, sanne, frameOf({ chat, from: 'staff', n: 1 }))).toEqual({
      ok: false,
      error: 'stale-epoch',
    });
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 2 }))).toEqual({
      ok: false,
      error: 'stale-epoch',
    });
    const forSanne = await amina.store.replay(chat, sanne, 0);
    const forKarim = await amina.store.replay(chat, karim, 0);
    expect(forSanne.ok && forSanne.value.frames.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(forKarim.ok && forKarim.value.frames.map(({ seq }) => seq)).toEqual([3, 4]);
  });

  test('an older version of the chat changes no links', async () => {
    const { amina, chat, seat } = await open();
    await amina.store.setLinks(linksOf(chat, [seat], 5));
    await amina.store.setLinks(linksOf(chat, [], 4));
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat }))).toMatchObject({ ok: true });
  });

  test('nothing is stored after the end, and what was stored before can still be fetched', async () => {
    const { amina, chat, seat } = await open();
    await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }));
    await amina.store.setLinks({ ...linksOf(chat, [seat], 2), ended: true });
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 2 }))).toEqual({
      ok: false,
      error: 'chat-ended',
    });
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }))).toEqual({
      ok: true,
      value: 2,
    });
    const hello = { epoch: 2, seat, frame: frameOf({ chat, type: 'hello', epoch: 2 }) };
    expect(await amina.store.openLink({ ...linksOf(chat, [seat], 2), ended: true }, hello)).toEqual({
      ok: false,
      error: 'chat-ended',
    });
    expect(await amina.store.replay(chat, seat, 0)).toMatchObject({ ok: true, value: { upTo: 2 } });
    await amina.store.forget(chat);
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 1 }))).toEqual({
      ok: false,
      error: 'unknown-chat',
    });
  });

  test('a ring keeps its latest frames, and says so when older ones are missing', async () => {
    const { amina, chat, seat } = await open();
    const fallen = 2 * EVICT_EVERY;
    const count = LIMITS.ringFrames + fallen;
    for (let n = 1; n < count; n += 1) {
      await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n }));
    }
    const first = await amina.store.replay(chat, seat, 0);
    if (!first.ok) throw new Error(first.error);
    expect(first.value).toMatchObject({ gap: true, more: true, upTo: fallen + LIMITS.replayPage });
    expect(first.value.frames[0]?.seq).toBe(fallen + 1);
    // One that has fallen out is a new frame: the endpoints know it by its number.
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 3 }))).toEqual({
      ok: true,
      value: count + 1,
    });
    expect(await amina.store.append(chat, 1, 'visitor', frameOf({ chat, n: 300 }))).toEqual({
      ok: true,
      value: 301,
    });
    const seen: number[] = [];
    for (let at = 400, more = true; more; ) {
      const page = await amina.store.replay(chat, seat, at);
      if (!page.ok) throw new Error(page.error);
      expect(page.value.gap).toBe(false);
      seen.push(...page.value.frames.map(({ seq }) => seq));
      ({ upTo: at, more } = page.value);
    }
    expect(seen).toEqual(Array.from({ length: count + 1 - 400 }, (_, index) => 401 + index));
  });

  test('a ring that was lost starts again above every number it may have given', async () => {
    const { amina, chat, seat } = await open();
    await amina.store.forget(chat);
    const hello = { epoch: 2, seat, frame: frameOf({ chat, type: 'hello', epoch: 2 }) };
    const opened = await amina.store.openLink(linksOf(chat, [seat]), hello);
    expect(opened.ok && opened.value).toBeGreaterThan(LIMITS.ringFrames);
    const replay = await amina.store.replay(chat, seat, 1);
    expect(replay).toMatchObject({ ok: true, value: { gap: true, frames: [{ frame: hello.frame }] } });
  });

  test('a chat without a ring has nothing to replay', async () => {
    const { amina, seat } = await open();
    expect(await amina.store.replay(newChat(), seat, 0)).toEqual({
      ok: true,
      value: { frames: [], upTo: 0, more: false, gap: false },
    });
    expect(await amina.store.replay(newChat(), seat, 5)).toEqual({
      ok: true,
      value: { frames: [], upTo: 5, more: false, gap: true },
    });
  });

  test('the largest frame passes whole', async () => {
    const { amina, chat, seat } = await open();
    const frame = frameOf({ chat, n: 1, body: LIMITS.frameBytes - 28 });
    expect(frame).toHaveLength(LIMITS.frameCharacters);
    await amina.store.append(chat, 1, 'visitor', frame);
    const replay = await amina.store.replay(chat, seat, 1);
    expect(replay.ok && replay.value.frames).toEqual([{ seq: 2, frame }]);
  });
});

test('Redis and memory say the same to any series of calls', async () => {
  const [memory] = (await worlds['memory']!()).nodes;
  const [real] = (await worlds['redis']!()).nodes;
  const seats = [newSeat(), newSeat()];
  const end = fc.constantFrom<LinkEnd>('visitor', seats[0]!, seats[1]!);
  const some = fc.subarray(seats);
  const small = fc.integer({ min: 1, max: 4 });
  const call = fc.oneof(
    fc.record({
      do: fc.constant('open' as const),
      seats: some,
      version: small,
      epoch: small,
      seat: fc.constantFrom(...seats),
      ended: fc.boolean(),
    }),
    fc.record({ do: fc.constant('append' as const), epoch: small, from: end, n: small }),
    fc.record({ do: fc.constant('append' as const), epoch: small, from: end, n: small }),
    fc.record({
      do: fc.constant('links' as const),
      seats: some,
      version: small,
      ended: fc.constantFrom(false, false, true),
    }),
    fc.record({ do: fc.constant('replay' as const), to: end, seen: fc.integer({ min: 0, max: 12 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 25 }), async (calls) => {
      const chat = newChat();
      const run = async (store: FrameStore) => {
        const replies: unknown[] = [];
        // The first link makes the ring with numbers from 1: those of a lost one depend on the clock.
        const hello = { epoch: 1, seat: seats[0]!, frame: frameOf({ chat, type: 'hello' }) };
        replies.push(await store.openLink(linksOf(chat, seats, 0), hello));
        for (const each of calls) {
          if (each.do === 'open') {
            const frame = frameOf({ chat, type: 'hello', epoch: each.epoch });
            replies.push(
              await store.openLink({ chat, ...each }, { epoch: each.epoch, seat: each.seat, frame }),
            );
          } else if (each.do === 'append') {
            const from = each.from === 'visitor' ? 'visitor' : 'staff';
            replies.push(
              await store.append(
                chat,
                each.epoch,
                each.from,
                frameOf({ chat, epoch: each.epoch, n: each.n, from }),
              ),
            );
          } else if (each.do === 'links') {
            replies.push(await store.setLinks({ chat, ...each }));
          } else {
            replies.push(await store.replay(chat, each.to, each.seen));
          }
        }
        return replies;
      };
      expect(await run(real.store)).toEqual(await run(memory.store));
    }),
    { numRuns: 150 },
  );
});

test('in memory a ring is dropped when its time is over', async () => {
  const { nodes, setTime } = await worlds['memory']!();
  const [{ store }] = nodes;
  const chat = newChat();
  const seat = newSeat();
  await store.openLink(linksOf(chat, [seat]), { epoch: 1, seat, frame: frameOf({ chat, type: 'hello' }) });
  await store.setLinks({ ...linksOf(chat, [seat], 2), ended: true });
  setTime(1_000_000 + TIMING.retention);
  store.sweep(1_000_000 + TIMING.retention - 1);
  expect(await store.append(chat, 1, 'visitor', frameOf({ chat }))).toEqual({
    ok: false,
    error: 'chat-ended',
  });
  store.sweep(1_000_000 + TIMING.retention);
  expect(await store.append(chat, 1, 'visitor', frameOf({ chat }))).toEqual({
    ok: false,
    error: 'unknown-chat',
  });
});
