import type { Alert } from '@haven/server/alerts/alert';
import { createDelivery } from '@haven/server/alerts/deliver';
import { connectRedis } from '@haven/server/live/redis-connection';
import { createRedisOnceStore } from '@haven/server/live/once-store';
import type { DeskId, RegionId, StaffId } from '@haven/shared/ids';
import type { Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { answers, counsellor, visitor } from './peers';

const AMSTERDAM = 'amsterdam' as DeskId;
const REGIONS = ['alkmaar', 'almere', 'amsterdam', 'haarlem', 'hilversum', 'zaanstad'] as const;
const now = Date.now();

/** Of all regions and the general desk, unless the story says otherwise. */
const shift = (staffId: string, from: number, to: number, more: Partial<Shift> = {}): Shift => ({
  id: `${staffId}-${from}`,
  staffId: staffId as StaffId,
  from: now + hours(from),
  until: now + hours(to),
  regions: [...REGIONS] as RegionId[],
  general: true,
  kind: 'duty',
  ...more,
});
const notAmsterdam = REGIONS.filter((region) => region !== 'amsterdam') as unknown as RegionId[];

describe('A hole in the published roster, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  let told: Alert[];
  const urlOf = (node: number) => house.nodes[node]?.url ?? '';
  beforeEach(async () => {
    told = [];
    const { url } = closing.add(await startRedis());
    const redis = await connectRedis(url, () => undefined);
    if (!redis.ok) throw new Error('No Redis');
    closing.defer(() => redis.value.close());
    const alerts = createDelivery({
      channels: [{ name: 'pager', kind: 'webhook', send: async (alert) => void told.push(alert) }],
      once: createRedisOnceStore(redis.value, Date.now),
      clock: { now: Date.now, after: () => () => undefined },
      onOutcome: () => undefined,
    });
    house = closing.add(await openHouse({ redisUrl: url, nodes: 2, alerts }));
  });
  afterEach(closing.close);

  const publish = async (...save: readonly Shift[]) => {
    const fatma = await counsellor(urlOf(0), 'fatma');
    expect(await fatma.ask('roster:edit', { save: [...save], remove: [], seen: [] })).toMatchObject({
      saved: true,
    });
    const { seen: difference } = await fatma.ask('roster:difference', {});
    await fatma.ask('roster:publish', { seen: difference });
    return fatma;
  };

  test('is told of hours before, on the consoles of those who plan and once outside them', async () => {
    const fatma = await publish(
      shift('sofie', -1, 5),
      shift('levi', 5, 9, { regions: notAmsterdam }),
      shift('daan', 9, 100),
    );
    const wilma = await counsellor(urlOf(1), 'wilma');
    const hole = { desk: AMSTERDAM, from: now + hours(5), until: now + hours(9) };
    const seen = await until('the second node knows the roster', async () => {
      const { holes } = await wilma.ask('roster:holes', {});
      return holes.length > 0 ? holes : undefined;
    });
    expect(seen).toEqual([{ ...hole, tellAt: now - hours(7) }]);
    await until('somebody outside is told', () => told.length > 0);
    // Both nodes look again for each of these.
    await fatma.ask('board:set-thresholds', {
      desk: AMSTERDAM,
      thresholds: { longestWaitSeconds: 90, nobodySeconds: null, redAloneSeconds: 0, holeHours: 6 },
    });
    await until('the second node goes by the new threshold', async () => {
      const { holes } = await wilma.ask('roster:holes', {});
      return holes[0]?.tellAt === now - hours(1);
    });
    const { seen: difference } = await fatma.ask('roster:difference', {});
    await fatma.ask('roster:publish', { seen: difference });
    expect(told).toEqual([{ kind: 'roster-hole', ...hole, isCaught: true }]);
    const noor = await counsellor(urlOf(1), 'noor');
    expect(await noor.refused('roster:holes', {})).toBe('not-permitted');
    for (const peer of [fatma, wilma, noor]) peer.leave();
  });

  test('is told of only once it is as near as the desk’s supervisors want', async () => {
    const fatma = await publish(
      shift('sofie', -1, 20),
      shift('levi', 20, 30, { regions: notAmsterdam }),
      shift('daan', 30, 100),
    );
    const look = async () => (await fatma.ask('roster:holes', {})).holes.map(({ tellAt }) => tellAt);
    await until('the roster is known', async () => (await look()).length > 0);
    expect(await look()).toEqual([now + hours(8)]);
    expect(told).toEqual([]);
    await fatma.ask('board:set-thresholds', {
      desk: AMSTERDAM,
      thresholds: { longestWaitSeconds: 90, nobodySeconds: null, redAloneSeconds: 0, holeHours: 24 },
    });
    await until('somebody outside is told', () => told.length === 1);
    fatma.leave();
  });

  test('that is open now sends the visitor to the general desk at once, and is shown on the board', async () => {
    const fatma = await publish(
      shift('sofie', -1, 5, { regions: [] }),
      shift('noor', -1, 5, { regions: notAmsterdam, general: false }),
    );
    await fatma.told('desk:changed', ({ desk, hole }) => desk === AMSTERDAM && hole);
    const noor = await counsellor(urlOf(0), 'noor');
    const sofie = await counsellor(urlOf(1), 'sofie');
    await until('she is on duty for the general desk', async () => {
      const { self } = await sofie.ask('desk:look', {});
      return self.duty.kind === 'duty';
    });
    const anna = await visitor(urlOf(0));
    const { view } = await anna.ask('chat:enter', answers({ region: 'amsterdam' as never }));
    const offer = await sofie.told('offer:made');
    expect(offer.item).toMatchObject({ chat: view.chat, desk: AMSTERDAM });
    expect(noor.pushes('offer:made')).toEqual([]);
    const board = await fatma.ask('board:watch', {});
    const open = board.holes.filter(({ from }) => from <= board.now);
    expect(open.map(({ desk }) => desk)).toEqual([AMSTERDAM]);
    for (const peer of [fatma, noor, sofie, anna]) peer.leave();
  });

  test('opens when somebody leaves who was to fill it, and nobody can be planned who takes no chats', async () => {
    const fatma = await publish(
      shift('sofie', -1, 100, { regions: [] }),
      shift('levi', -1, 30, { general: false }),
    );
    const wilma = await counsellor(urlOf(1), 'wilma');
    const board = await fatma.ask('board:watch', {});
    expect(board.holes.filter(({ from }) => from <= board.now)).toEqual([]);
    await wilma.ask('people:deactivate', { staffId: 'levi' as StaffId });
    await fatma.told('desk:changed', ({ desk, hole }) => desk === AMSTERDAM && hole);
    await fatma.told('roster:changed');
    const noor = await counsellor(urlOf(0), 'noor');
    const sofie = await counsellor(urlOf(1), 'sofie');
    const anna = await visitor(urlOf(0));
    const { view } = await anna.ask('chat:enter', answers({ region: 'amsterdam' as never }));
    expect((await sofie.told('offer:made')).item).toMatchObject({ chat: view.chat, desk: AMSTERDAM });
    await until('somebody outside is told', () =>
      told.some((alert) => 'kind' in alert && alert.desk === AMSTERDAM),
    );

    const roster = await fatma.ask('roster:look', { from: now, until: now + hours(24) });
    expect(roster.holes.map(({ region }) => region)).toContain('amsterdam');
    const known = new Map(roster.people.map((each) => [each.staffId as string, each]));
    expect(known.get('levi')).toMatchObject({ displayName: 'Levi', takesChats: false });
    expect(known.get('wilma')).toMatchObject({ takesChats: false });
    expect(known.get('noor')).toMatchObject({ takesChats: true });
    // A calendar of hers says nothing of who has left.
    const team = { id: 'nights', name: 'Nights', region: null, members: ['levi', 'sofie'] as StaffId[] };
    await fatma.ask('roster:arrange', { change: { kind: 'team', team }, seen: null });
    const { path } = await fatma.ask('roster:feed-make', { team: 'nights', language: 'nl' });
    const calendar = await (await fetch(`${urlOf(1)}${path}`)).text();
    expect(calendar).toContain('Sofie');
    expect(calendar.toLowerCase()).not.toContain('levi');
    const edit = { save: [shift('wilma', 2, 10)], remove: [], seen: [] };
    expect(await fatma.ask('roster:edit', edit)).toMatchObject({
      saved: false,
      conflicts: [{ kind: 'left', staffId: 'wilma', time: { from: now + hours(2), until: now + hours(10) } }],
    });
    for (const peer of [fatma, wilma, noor, sofie, anna]) peer.leave();
  });
});
