import { regionNamed } from '@haven/server/desk/testing/names';
import { hours } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';
import { answers, counsellor, visitor } from './peers';

const reason = 'Threatens the counsellors, for the third time today';
let last = 0;
/** A network that nobody else in these stories has. */
const somewhere = () => `203.0.113.${(last += 1)}`;

describe.each([1, 2])('A network that is blocked for a time, with %i node(s)', (count) => {
  const closing = createClosing();
  let house: House;
  beforeAll(async () => {
    const redis = count === 1 ? null : closing.add(await startRedis());
    house = closing.add(
      await openHouse({
        ...(redis && { redisUrl: redis.url }),
        nodes: count,
        settings: { trustProxy: 1 },
      }),
    );
  });
  afterAll(closing.close);

  const urlOf = (node: number) => house.nodes[node % count]?.url ?? '';
  const sits = async (name: string, node: number) => {
    const peer = await counsellor(urlOf(node), name);
    closing.defer(async () => peer.leave());
    return peer;
  };
  const from = async (address: string, node: number) => {
    const peer = await visitor(urlOf(node), { headers: { 'x-forwarded-for': address } });
    closing.defer(async () => peer.leave());
    return peer;
  };
  const entry = answers({ region: regionNamed('amsterdam') });

  test('Noor blocks who abuses her: on every node no chat is taken, and only from that network', async () => {
    const noor = await sits('noor', 0);
    const address = somewhere();
    const abuser = await from(address, 1);
    const { chat } = (await abuser.ask('chat:enter', entry)).view;
    await noor.ask('chat:claim', { chat });
    const sanne = await sits('sanne', 1);
    expect(await sanne.refused('block:set', { chat, hours: 1, reason })).toBe('not-yours');
    await noor.ask('block:set', { chat, hours: 1, reason });
    expect((await abuser.told('view', ({ view }) => view.phase === 'ended')).view.endReason).toBe('blocked');
    await noor.ask('presence:set', { presence: 'available' });
    for (const node of [0, 1]) {
      const again = await from(address, node);
      expect(await again.refused('chat:enter', entry)).toBe('blocked');
      again.leave();
    }
    const neighbour = await from(somewhere(), 1);
    await neighbour.ask('chat:enter', entry);
    await neighbour.ask('chat:leave', { reason: 'visitor-closed' });
    house.pass(hours(1));
    const later = await from(address, 1);
    await later.ask('chat:enter', entry);
    await later.ask('chat:leave', { reason: 'visitor-closed' });
    for (const peer of [noor, sanne, abuser, neighbour, later]) peer.leave();
  });

  test('Fatma blocks who waits, sees which blocks hold, and lifts one; the audit log names no chat and no network', async () => {
    const noor = await sits('noor', 1);
    await noor.ask('presence:set', { presence: 'busy' });
    const fatma = await sits('fatma', 0);
    await fatma.ask('presence:set', { presence: 'busy' });
    const address = somewhere();
    const abuser = await from(address, 1);
    const { chat } = (await abuser.ask('chat:enter', entry)).view;
    expect(await noor.refused('block:set', { chat, hours: 168, reason })).toBe('not-yours');
    await fatma.ask('block:set', { chat, hours: 168, reason });
    expect((await abuser.told('view', ({ view }) => view.phase === 'ended')).view.endReason).toBe('blocked');
    const { blocks } = await fatma.ask('block:list', {});
    expect(blocks).toMatchObject([{ by: 'fatma', reason }]);
    expect(blocks[0]!.until - blocks[0]!.at).toBe(hours(168));
    const again = await from(address, 0);
    expect(await again.refused('chat:enter', entry)).toBe('blocked');
    const { handle } = blocks[0]!;
    await fatma.ask('block:lift', { handle });
    expect(await fatma.refused('block:lift', { handle })).toBe('outdated');
    expect(await fatma.ask('block:list', {})).toEqual({ blocks: [] });
    const back = await from(address, 0);
    await back.ask('chat:enter', entry);
    const wilma = await sits('wilma', 0);
    const { entries } = await wilma.ask('audit:list', { before: null, by: null, act: null });
    expect(entries.slice(0, 2).map(({ by, act, about, reason: why }) => [by, act, about, why])).toEqual([
      ['fatma', 'block-lifted', '168 h', ''],
      ['fatma', 'visitor-blocked', '168 h', reason],
    ]);
    await back.ask('chat:leave', { reason: 'visitor-closed' });
    for (const peer of [noor, fatma, wilma, abuser, again, back]) peer.leave();
  });

  test('is not possible when the visitor has no connection, or comes from this machine itself', async () => {
    const noor = await sits('noor', 0);
    const near = await from('127.0.0.1', 1);
    const { chat } = (await near.ask('chat:enter', entry)).view;
    await noor.ask('chat:claim', { chat });
    expect(await noor.refused('block:set', { chat, hours: 1, reason })).toBe('cannot-block');
    await near.ask('chat:leave', { reason: 'visitor-closed' });
    near.leave();
    expect(await noor.refused('block:set', { chat, hours: 1, reason })).toBe('cannot-block');
    noor.leave();
  });
});
