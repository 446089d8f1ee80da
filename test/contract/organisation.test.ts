import { deskNamed, regionNamed, staffOf } from '@haven/server/desk/testing/names';
import type {
  OrganisationChange,
  OrganisationDescription,
} from '@haven/shared/protocol/organisation-description';
import { type Organisation, organisation } from '@haven/shared/protocol/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';
import { answers, counsellor, type StaffPeer, visitor } from './peers';

const utrecht = { id: regionNamed('utrecht'), name: 'Utrecht' };
const office = { id: deskNamed('utrecht'), name: { nl: 'Bureau Utrecht', en: 'Utrecht desk' } };

describe('What the organisation says of itself, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  /** The administrator. */
  let wilma: StaffPeer;
  beforeAll(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
    wilma = await sits('wilma', 0);
  });
  afterAll(closing.close);

  const sits = async (name: string, node: number) => {
    const peer = await counsellor(house.nodes[node]?.url ?? '', name);
    closing.defer(async () => peer.leave());
    return peer;
  };
  const look = async (): Promise<OrganisationDescription> =>
    (await wilma.ask('organisation:look', {})).description;
  const unchanged = async (): Promise<OrganisationChange> => {
    const { version, name, telephones, openingTimes, exitUrl } = await look();
    return { version, name, telephones, openingTimes, exitUrl, regions: [], desks: [] };
  };
  /** What a visitor's page fetches, past any cache. */
  const published = async (node: number): Promise<Organisation> => {
    const response = await fetch(`${house.nodes[node]?.url}/organisation.json`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    return organisation.parse(await response.json());
  };
  const acts = async () => {
    const { entries } = await wilma.ask('audit:list', { before: null, by: staffOf('wilma'), act: null });
    return entries.map((entry) => [entry.act, entry.about]);
  };

  test('Wilma puts a telephone number right: consoles of both nodes hear of it, and whoever opens the chat reads it', async () => {
    const [noor, youssef] = [await sits('noor', 0), await sits('youssef', 1)];
    const change = await unchanged();
    const telephones = change.telephones.map((each) =>
      each.number === '0800-2000' ? { ...each, number: '020 123 45 67' } : each,
    );
    const exitUrl = 'https://www.example.org/recipes';
    const { description } = await wilma.ask('organisation:change', { ...change, telephones, exitUrl });
    expect(description).toMatchObject({ version: change.version + 1, telephones, exitUrl });
    for (const peer of [noor, youssef, wilma])
      expect(await peer.told('organisation:changed')).toMatchObject({ telephones, exitUrl });
    for (const node of [0, 1]) expect(await published(node)).toMatchObject({ telephones, exitUrl });
    const exit = await fetch(`${house.nodes[1]?.url}/exit`, { redirect: 'manual' });
    expect(exit.headers.get('location')).toBe(exitUrl);
    expect((await acts()).slice(0, 2)).toEqual([
      ['exit-page-changed', 'Veilige Haven (demonstratie)'],
      ['telephones-changed', 'Veilige Haven (demonstratie)'],
    ]);
    for (const peer of [noor, youssef]) peer.leave();
  });

  test('a change made from an older version is refused, whole, and so is one that does not fit together', async () => {
    const change = await unchanged();
    const before = await published(1);
    expect(
      await wilma.refused('organisation:change', { ...change, version: change.version - 1, name: 'Thuis' }),
    ).toBe('outdated');
    const first = change.telephones.slice(0, 1);
    const wrong: readonly Partial<OrganisationChange>[] = [
      { telephones: [] },
      { telephones: first.map((each) => ({ ...each, number: '0800-HAVEN' })) },
      { telephones: first.map((each) => ({ ...each, name: { nl: 'Alarm', en: '' } })) },
      { exitUrl: 'http://www.example.org' },
      { exitUrl: 'data:text/plain,weather' },
      { name: ' ' },
      { name: 'Thuis', desks: [{ ...office, regions: [regionNamed('nowhere')] }] },
      { name: 'Thuis', regions: [utrecht, utrecht] },
    ];
    for (const each of wrong)
      expect([each, await wilma.refused('organisation:change', { ...change, ...each })]).toEqual([
        each,
        'malformed',
      ]);
    expect(await unchanged()).toEqual(change);
    expect(await published(1)).toEqual(before);
  });

  test('what says the same again is no change: no version, and nothing in the audit log', async () => {
    const change = await unchanged();
    const { desks, regions } = await look();
    const before = await acts();
    await wilma.ask('organisation:change', { ...change, regions, desks });
    expect(await unchanged()).toEqual(change);
    expect(await acts()).toEqual(before);
  });

  test('Wilma adds a region and a desk, and a visitor from there is offered to who works there, on the other node', async () => {
    const change = await unchanged();
    await wilma.ask('organisation:change', {
      ...change,
      regions: [utrecht],
      desks: [{ ...office, regions: [utrecht.id] }],
    });
    expect((await acts()).slice(0, 2)).toEqual([
      ['desk-added', 'utrecht'],
      ['region-added', 'utrecht'],
    ]);
    await wilma.ask('people:change', {
      staffId: staffOf('sofie'),
      displayName: 'Sofie',
      role: 'counsellor',
      desks: [office.id],
      languages: ['nl'],
    });
    await expect.poll(async () => (await published(1)).regions).toContainEqual(utrecht);
    await sits('fatma', 0);
    const sofie = await sits('sofie', 1);
    const amina = await visitor(house.nodes[0]?.url ?? '');
    closing.defer(async () => amina.leave());
    const { view } = await amina.ask('chat:enter', answers({ region: utrecht.id }));
    expect(view.desk).toBe(office.id);
    const { item } = await sofie.told('offer:made');
    expect(item).toMatchObject({ chat: view.chat, desk: office.id });
    await sofie.ask('chat:claim', { chat: view.chat });
  });

  test('the new desk is on the board, and has an overflow and hours of its own', async () => {
    const fatma = await sits('fatma', 1);
    const board = await fatma.ask('board:watch', {});
    expect(board.desks.map(({ desk }) => desk)).toContain(office.id);
    const { desks } = await fatma.ask('overflow:look', {});
    const overflow = desks.find(({ desk }) => desk === office.id);
    expect(overflow).toMatchObject({ version: 0, steps: null });
    const steps = [{ does: 'reach-everyone' as const, after: 0 }];
    expect(await fatma.ask('overflow:set', { desk: office.id, version: 0, steps })).toMatchObject({ steps });
    const { holes } = await fatma.ask('roster:holes', {});
    expect(Array.isArray(holes)).toBe(true);
    fatma.leave();
  });

  test('a region changes desks: its next visitor comes to the other one', async () => {
    const change = await unchanged();
    const { desks } = await look();
    const haarlem = desks.find(({ id }) => id === 'haarlem');
    if (haarlem === undefined) throw new Error('Haarlem has no desk');
    await wilma.ask('organisation:change', {
      ...change,
      desks: [
        { ...office, regions: [] },
        { ...haarlem, regions: [...haarlem.regions, utrecht.id] },
      ],
    });
    await expect
      .poll(async () => (await published(1)).desks.find(({ id }) => id === 'haarlem')?.regions)
      .toEqual(['haarlem', 'utrecht']);
    await sits('lotte', 0);
    const amina = await visitor(house.nodes[1]?.url ?? '');
    const { view } = await amina.ask('chat:enter', answers({ region: utrecht.id }));
    expect(view.desk).toBe('haarlem');
    amina.leave();
  });
});
