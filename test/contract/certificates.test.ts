import type { RegionId } from '@haven/shared/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { keyKeeper } from './key-keeper';
import { answers, newSeat, signIn, staff, type StaffPeer, visitor } from './peers';

const ALKMAAR = 'alkmaar' as RegionId;

const closing = createClosing();
let house: House;
beforeAll(async () => {
  const redis = closing.add(await startRedis());
  house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
});
afterAll(closing.close);

const urlOf = (node: number) => house.nodes[node]?.url ?? '';
const presenceOf = (peer: StaffPeer, presence: string) =>
  peer.told('staff:changed', ({ upsert }) =>
    upsert.some((one) => one.staffId === 'sanne' && one.presence === presence),
  );

describe('With the organisation’s own keys', () => {
  test('nobody is offered a chat, or may claim one, whom visitors would refuse', async () => {
    const [wilmas, sannes] = [await keyKeeper(), await keyKeeper()];
    const wilma = await staff(urlOf(0), (await signIn(urlOf(0), 'wilma', wilmas.device)).cookie);
    const { cookie, body } = await signIn(urlOf(1), 'sanne', sannes.device);
    const sanne = await staff(urlOf(1), cookie);
    const entry = { seat: newSeat(), presence: 'available' as const, capacity: 3, capabilities: [] };
    expect(await sanne.ask('desk:enter', entry)).toMatchObject({
      state: { self: { presence: 'available' } },
    });

    // Wilma puts the organisation's root to use, on another node: what the demonstration certified counts no longer.
    const root = await wilmas.begin(wilma);
    await presenceOf(sanne, 'away');
    expect(await sanne.refused('presence:set', { presence: 'available' })).toBe('not-certified');
    expect(await sanne.ask('desk:enter', entry)).toMatchObject({ state: { self: { presence: 'away' } } });
    const mila = await visitor(urlOf(0));
    expect(await mila.refused('chat:enter', answers({ region: ALKMAAR }))).toBe('turned-away');

    // Admitted, she takes chats in the tab that she has open.
    await sannes.enrol(sanne, body);
    await wilmas.admitAll(wilma);
    await until(
      'she may be available',
      async () => (await sanne.refused('presence:set', { presence: 'available' })) === 'accepted',
    );
    const { view } = await mila.ask('chat:enter', answers({ region: ALKMAAR }));
    const { chat } = view;
    await sanne.told('offer:made', ({ item }) => item.chat === chat);

    // While it rings at her, another root takes the place of the one that vouches for her.
    await (await keyKeeper()).begin(wilma);
    await wilma.ask('keys:use-root', { publicKey: root, inUse: false });
    await sanne.told('offer:withdrawn', (offer) => offer.chat === chat);
    expect(await sanne.refused('chat:claim', { chat })).toBe('not-certified');
    expect(await sanne.ask('desk:look', {})).toMatchObject({ self: { presence: 'away' }, offers: [] });
    for (const peer of [wilma, sanne, mila]) peer.leave();
  });

  test('a device that is withdrawn is told to all at once and signed out, on whichever node they are', async () => {
    const [wilmas, sannes] = [await keyKeeper(), await keyKeeper()];
    const wilma = await staff(urlOf(0), (await signIn(urlOf(0), 'wilma', wilmas.device)).cookie);
    await wilmas.begin(wilma);
    const { cookie, body } = await signIn(urlOf(1), 'sanne', sannes.device);
    const sanne = await staff(urlOf(1), cookie);
    await sannes.enrol(sanne, body);
    await wilmas.admitAll(wilma);
    const karim = await staff(urlOf(1), (await signIn(urlOf(1), 'karim')).cookie);
    const [mila, amina] = [await visitor(urlOf(0)), await visitor(urlOf(1))];

    const list = await wilmas.withdraw(wilma, 'sanne');
    for (const peer of [karim, sanne]) await peer.told('revocations', ({ lists }) => lists.includes(list));
    for (const peer of [mila, amina]) await peer.told('revocations', ({ lists }) => lists.includes(list));
    await sanne.told('signed-out');
    await until('she is cut off', () => !sanne.socket.connected);
    for (const node of [0, 1]) await expect(staff(urlOf(node), cookie)).rejects.toThrow('not-signed-in');
    expect(karim.socket.connected).toBe(true);
    const withdrawals = { before: null, by: null, act: 'certificates-withdrawn' } as const;
    expect(await wilma.ask('audit:list', withdrawals)).toMatchObject({
      entries: [{ by: 'wilma', about: 'sanne', reason: 'lost' }],
    });
    for (const peer of [wilma, karim, mila, amina]) peer.leave();
  });
});
