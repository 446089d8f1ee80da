import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type RedisServer, startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { counsellor, frameOf, newSeat, staff, visitor } from './peers';
import { linkedPair } from './stories';

describe('Coming back, on two nodes', () => {
  const closing = createClosing();
  let redis: RedisServer;
  let house: House;
  const url = (node: number) => house.nodes[node]?.url ?? '';
  beforeAll(async () => {
    redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
  });
  afterAll(closing.close);

  test('Amina loses her connection, and the other node gives her what she missed', async () => {
    const pair = await linkedPair(house, 'sanne', 'alkmaar');
    const { chat } = pair;
    await pair.exchange(2);
    const seen = pair.visitor.pushes('frame').at(-1)?.seq ?? 0;
    pair.visitor.leave();
    const lost = await pair.staff.told('chat:changed', ({ visitorLostSince }) => visitorLostSince !== null);
    expect(lost).toMatchObject({ phase: 'active' });
    const missed = [3, 4, 5].map((n) => frameOf(chat, { n, from: 'staff' }));
    for (const frame of missed) await pair.staff.ask('frame', { frame });

    const amina = await visitor(url(1));
    const back = await amina.ask('chat:resume', { capability: pair.capability(), seen });
    expect(back.view).toMatchObject({ chat, phase: 'active', epoch: 1 });
    expect(back.replay).toMatchObject({ gap: false, more: false });
    expect(back.replay.frames.map(({ frame }) => frame)).toEqual(missed);
    await pair.staff.told(
      'chat:changed',
      ({ version, visitorLostSince }) => version > lost.version && visitorLostSince === null,
    );
    const frame = frameOf(chat, { n: 6, from: 'staff' });
    await pair.staff.ask('frame', { frame });
    await amina.told('frame', (stored) => stored.frame === frame);
    amina.leave();
    pair.staff.leave();
  });

  test('Sanne reloads her console: a new seat asks for the link, and the old one is worth nothing', async () => {
    const pair = await linkedPair(house, 'marieke', 'alkmaar');
    const { chat, visitor: amina } = pair;
    await pair.exchange(1);
    const seat = newSeat();
    const again = await staff(url(0), pair.staff.cookie);
    const { state } = await again.ask('desk:enter', {
      seat,
      presence: null,
      capacity: null,
      capabilities: [],
    });
    expect(state.chats).toMatchObject([{ chat, members: [{ seat: pair.staff.seat, epoch: 1 }] }]);
    await again.ask('link:request', { chat });
    const asked = await amina.told('view', ({ view }) => view.members[0]?.seat === seat);
    expect(asked.view.members[0]?.epoch).toBeNull();
    expect(await amina.refused('frame', { frame: frameOf(chat, { n: 2 }) })).toBe('stale-epoch');
    const hello = frameOf(chat, { type: 'hello', epoch: 2 });
    await amina.ask('link:open', { staffId: asked.view.members[0]!.staffId, seat, frame: hello });
    await again.told('frame', ({ frame }) => frame === hello);
    const old = frameOf(chat, { n: 2, from: 'staff' });
    expect(await pair.staff.refused('frame', { frame: old })).toBe('stale-epoch');
    const foreign = frameOf(chat, { n: 1, epoch: 2, from: 'staff' });
    expect(await pair.staff.refused('frame', { frame: foreign })).toBe('not-yours');
    await again.ask('frame', { frame: foreign });
    await amina.told('frame', ({ frame }) => frame === foreign);
    expect(await again.ask('frames:since', { chat, seen: 0 })).toMatchObject({ frames: [{ frame: hello }] });
    again.leave();
    pair.leave();
  });

  test('Karim takes over from Sanne, who can read nothing from then on', async () => {
    const pair = await linkedPair(house, 'esra', 'amsterdam');
    const { chat, visitor: amina } = pair;
    const karim = await counsellor(url(0), 'karim');
    const { staffId } = karim.state.self;
    await pair.staff.ask('transfer:ask', { chat, target: { kind: 'staff', staffId } });
    await karim.told('offer:made', ({ kind, item }) => kind === 'transfer' && item.chat === chat);
    await karim.ask('chat:claim', { chat });
    const view = await amina.told('view', ({ view: { members } }) => members.length === 2);
    const incoming = view.view.members.find(({ role }) => role === 'incoming');
    expect(incoming).toMatchObject({ staffId: 'karim', seat: karim.seat, epoch: null });
    const hello = frameOf(chat, { type: 'hello', epoch: 2 });
    await amina.ask('link:open', { staffId, seat: karim.seat, frame: hello });
    await karim.told('frame', ({ frame }) => frame === hello);
    await amina.ask('transfer:complete', { epoch: 2 });
    await pair.staff.told('chat:gone', ({ reason }) => reason === 'transferred');
    const secret = frameOf(chat, { n: 1, epoch: 2 });
    await amina.ask('frame', { frame: secret });
    await karim.told('frame', ({ frame }) => frame === secret);
    expect(await pair.staff.refused('frames:since', { chat, seen: 0 })).toBe('not-yours');
    const late = frameOf(chat, { n: 1, from: 'staff' });
    expect(await pair.staff.refused('frame', { frame: late })).toBe('stale-epoch');
    expect(pair.staff.pushes('frame').some(({ frame }) => frame === secret)).toBe(false);
    karim.leave();
    pair.leave();
  });

  test('Redis loses its memory in the middle of a chat: everybody is asked to come back, and it goes on', async () => {
    const pair = await linkedPair(house, 'lotte', 'haarlem');
    const { chat, visitor: amina } = pair;
    await pair.exchange(2);
    const seen = amina.pushes('frame').at(-1)?.seq ?? 0;
    await redis.empty();
    expect(await amina.refused('frame', { frame: frameOf(chat, { n: 3 }) })).toBe('unknown-chat');
    await Promise.all([amina.told('resync'), pair.staff.told('resync')]);

    const { seat } = pair.staff;
    const [{ state }, back] = await Promise.all([
      pair.staff.ask('desk:enter', {
        seat,
        presence: 'available',
        capacity: 3,
        capabilities: [pair.staffCapability()],
      }),
      amina.ask('chat:resume', { capability: pair.capability(), seen }),
    ]);
    expect(state.self.presence).toBe('available');
    const view = back.view.members[0]?.seat === seat ? back.view : null;
    const linked = view ?? (await amina.told('view', (told) => told.view.members[0]?.seat === seat)).view;
    expect(linked).toMatchObject({ chat, phase: 'active' });
    const hello = frameOf(chat, { type: 'hello', epoch: 2 });
    const member = linked.members[0]!;
    const opened = await amina.ask('link:open', { staffId: member.staffId, seat, frame: hello });
    expect(opened.seq).toBeGreaterThan(seen);
    await pair.staff.told('frame', ({ frame }) => frame === hello);
    const answer = frameOf(chat, { n: 1, epoch: 2, from: 'staff' });
    await pair.staff.ask('frame', { frame: answer });
    await amina.told('frame', ({ frame }) => frame === answer);
    pair.leave();
  });

  test('a connection that another one replaced is let go, and does not fight for the chat', async () => {
    const pair = await linkedPair(house, 'merel', 'zaanstad');
    const second = await visitor(url(1));
    await second.ask('chat:resume', { capability: pair.capability(), seen: 0 });
    await until('the first speaks for no chat any longer', async () => {
      return (await pair.visitor.refused('chat:look', {})) === 'not-entered';
    });
    expect(pair.visitor.pushes('resync')).toEqual([]);
    const frame = frameOf(pair.chat, { n: 1, from: 'staff' });
    await pair.staff.ask('frame', { frame });
    await second.told('frame', (stored) => stored.frame === frame);
    pair.leave();
    expect((await second.ask('chat:look', {})).view.phase).toBe('active');
    second.leave();
  });

  test('a capability of a chat that has ended does not bring it back', async () => {
    const pair = await linkedPair(house, 'femke', 'hilversum');
    const capability = pair.capability();
    await pair.visitor.ask('chat:leave', { reason: 'emergency-exit' });
    const again = await visitor(url(1));
    const back = await again.ask('chat:resume', { capability, seen: 0 });
    expect(back.view).toMatchObject({ phase: 'ended', endReason: 'emergency-exit' });
    again.leave();
    pair.leave();
  });
});

test('A node with its own memory is restarted, and knows the chat again by its capabilities', async () => {
  const closing = createClosing();
  const before = await openHouse();
  const pair = await linkedPair(before, 'sanne', 'alkmaar');
  await pair.exchange(1);
  const { chat } = pair;
  await before.stop();
  const after = closing.add(await openHouse());
  const url = after.nodes[0]?.url ?? '';

  const amina = await visitor(url);
  const back = await amina.ask('chat:resume', { capability: pair.capability(), seen: 2 });
  expect(back.view).toMatchObject({ chat, phase: 'active', members: [{ staffId: 'sanne' }] });
  expect(back.replay).toMatchObject({ frames: [], gap: true });
  const sanne = await counsellor(url, 'sanne');
  await sanne.ask('link:request', { chat });
  const asked = await amina.told('view', ({ view }) => view.members[0]?.seat === sanne.seat);
  const hello = frameOf(chat, { type: 'hello', epoch: asked.view.epoch + 1 });
  await amina.ask('link:open', { staffId: asked.view.members[0]!.staffId, seat: sanne.seat, frame: hello });
  await sanne.told('frame', ({ frame }) => frame === hello);
  amina.leave();
  sanne.leave();
  await closing.close();
});

test('A node that leaves says so, is not ready, takes nobody new, and lets those go who moved', async () => {
  const closing = createClosing();
  const redis = closing.add(await startRedis());
  const house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
  const [first, second] = house.nodes;
  const pair = await linkedPair(house, 'sanne', 'alkmaar');
  const url = first?.url ?? '';
  // Keep-alive: the connection is there before the node stops accepting.
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const left = first?.app.leave(60_000);
  await pair.visitor.told('node:leaving');
  const newcomer = await visitor(second?.url ?? '');
  const back = await newcomer.ask('chat:resume', { capability: pair.capability(), seen: 1 });
  expect(back.view.phase).toBe('active');
  await expect(visitor(url)).rejects.toThrow(/websocket error|connection to/);
  pair.visitor.leave();
  await left;
  const frame = frameOf(pair.chat, { n: 1, from: 'staff' });
  await pair.staff.ask('frame', { frame });
  await newcomer.told('frame', (stored) => stored.frame === frame);
  // The visitor was never lost in between: a node that leaves reports nobody gone.
  expect(pair.staff.pushes('chat:changed').every(({ visitorLostSince }) => visitorLostSince === null)).toBe(
    true,
  );
  await until('nobody is there', () => first?.app.server.listening === false);
  newcomer.leave();
  pair.staff.leave();
  await closing.close();
});
