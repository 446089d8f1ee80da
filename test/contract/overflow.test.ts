import { deskNamed, regionNamed, staffOf } from '@haven/server/desk/testing/names';
import { listAudit } from '@haven/server/records/audit-log';
import { hours, seconds } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { recordsAt } from '../support/records';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { answers, counsellor, visitor } from './peers';

const amsterdam = deskNamed('amsterdam');
const haarlem = deskNamed('haarlem');
const reason = 'Half of Amsterdam is ill';

describe('Overflow, hours and a supervisor’s hand, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  beforeAll(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
  });
  afterAll(closing.close);

  const sits = async (name: string, node: number, presence: 'available' | 'busy' | null) => {
    const peer = await counsellor(house.nodes[node]?.url ?? '', name);
    closing.defer(async () => peer.leave());
    if (presence !== null) await peer.ask('presence:set', { presence });
    return peer;
  };
  const comes = async (node: number, region = 'amsterdam') => {
    const amina = await visitor(house.nodes[node]?.url ?? '');
    closing.defer(async () => amina.leave());
    const entered = await amina.ask('chat:enter', answers({ region: regionNamed(region) }));
    return { amina, chat: entered.view.chat, view: entered.view };
  };

  test('Fatma changes the steps of a desk, and a chat that waits on the other node goes by them at once', async () => {
    const fatma = await sits('fatma', 0, 'busy');
    const lotte = await sits('lotte', 1, 'available');
    const { amina, chat } = await comes(1);
    const { desks } = await fatma.ask('overflow:look', {});
    expect(desks.find(({ desk }) => desk === amsterdam)).toMatchObject({ version: 0, steps: null });
    const steps = [{ does: 'reach-desks' as const, after: 0, desks: [haarlem] }];
    const set = await fatma.ask('overflow:set', { desk: amsterdam, version: 0, steps });
    expect(set).toMatchObject({ version: 1, setBy: 'fatma', steps, previous: null });
    expect((await lotte.told('offer:made')).item).toMatchObject({ chat, desk: amsterdam });
    expect(await fatma.refused('overflow:set', { desk: amsterdam, version: 0, steps: null })).toBe(
      'outdated',
    );
    const late = [
      { ...steps[0]!, after: seconds(9) },
      { ...steps[0]!, after: 0 },
    ];
    expect(await fatma.refused('overflow:set', { desk: amsterdam, version: 1, steps: late })).toBe(
      'malformed',
    );
    const nowhere = [{ does: 'reach-desks' as const, after: 0, desks: [deskNamed('nowhere')] }];
    expect(await fatma.refused('overflow:set', { desk: amsterdam, version: 1, steps: nowhere })).toBe(
      'unknown-desk',
    );
    const back = await fatma.ask('overflow:set', { desk: amsterdam, version: 1, steps: null });
    expect(back).toMatchObject({ version: 2, steps: null, previous: { steps } });
    await amina.ask('chat:leave', { reason: 'visitor-closed' });
    lotte.leave();
    fatma.leave();
  });

  test('Fatma sees whom a visitor from Zaanstad would ring, now and with other steps', async () => {
    const fatma = await sits('fatma', 0, 'busy');
    const zaanstad = deskNamed('zaanstad');
    const asked = {
      region: regionNamed('zaanstad'),
      language: 'nl',
      at: Date.UTC(2026, 2, 1, 2),
      desk: zaanstad,
    } as const;
    const usual = await fatma.ask('overflow:preview', { ...asked, steps: null });
    expect(usual).toMatchObject({ desk: zaanstad, hole: false });
    expect(usual.stages.map(({ after }) => after)).toEqual([0, seconds(45), seconds(300)]);
    expect(usual.stages[0]?.joining.map(({ displayName }) => displayName)).toContain('Merel');
    expect(usual.stages[1]?.joining.map(({ displayName }) => displayName)).toContain('Noor');
    const steps = [{ does: 'reach-desks' as const, after: seconds(10), desks: [haarlem] }];
    const other = await fatma.ask('overflow:preview', { ...asked, steps });
    expect(other.stages.map(({ after }) => after)).toEqual([0, seconds(10)]);
    expect(other.stages[1]?.joining.map(({ displayName }) => displayName)).toContain('Lotte');
    fatma.leave();
  });

  test('Fatma opens the overflow by hand, moves who waits, and takes a chat off somebody who is away', async () => {
    const fatma = await sits('fatma', 0, 'busy');
    const noor = await sits('noor', 1, 'busy');
    const karim = await sits('karim', 1, 'available');
    const { amina, chat } = await comes(0);
    await fatma.ask('hand:overflow', { desk: amsterdam, open: true, reason });
    expect((await karim.told('offer:made')).item.chat).toBe(chat);
    await noor.told('desk:changed', ({ desk, opened }) => desk === amsterdam && opened);
    await karim.ask('presence:set', { presence: 'busy' });
    await fatma.ask('hand:overflow', { desk: amsterdam, open: false, reason });
    expect(await fatma.ask('hand:move', { chats: [chat], desk: haarlem, reason })).toEqual({ moved: 1 });
    expect((await fatma.ask('desk:look', {})).queue).toMatchObject([{ chat, desk: haarlem }]);
    await karim.ask('chat:claim', { chat });
    expect(await fatma.refused('hand:take-off', { staffId: staffOf('karim'), reason })).toBe(
      'counsellor-present',
    );
    await karim.ask('presence:set', { presence: 'away' });
    expect(await fatma.ask('hand:take-off', { staffId: staffOf('karim'), reason })).toEqual({ taken: 1 });
    await karim.told('chat:gone', (gone) => gone.chat === chat && gone.reason === 'returned-to-queue');
    await amina.ask('chat:leave', { reason: 'visitor-closed' });
    const wilma = await sits('wilma', 1, null);
    const { entries } = await wilma.ask('audit:list', { before: null, by: staffOf('fatma'), act: null });
    expect(entries.slice(0, 4).map((entry) => [entry.act, entry.about, entry.reason])).toEqual([
      ['chats-taken-off', 'karim', reason],
      ['chats-moved', 'haarlem', reason],
      ['overflow-closed', 'amsterdam', reason],
      ['overflow-opened', 'amsterdam', reason],
    ]);
    // The moment at which a chat changed hands would lead to it.
    expect(entries.slice(0, 2).map(({ at }) => at % hours(1))).toEqual([0, 0]);
    wilma.leave();
    for (const peer of [fatma, noor, karim]) peer.leave();
  });

  test('Fatma closes a desk: its visitors come to the general desk, and read its words where that one is paused', async () => {
    const fatma = await sits('fatma', 0, 'busy');
    const noor = await sits('noor', 1, 'busy');
    const message = { nl: 'Morgen vanaf negen uur', en: 'Tomorrow from nine' };
    const week = Array.from({ length: 7 }, () => []);
    await fatma.ask('hours:set', { desk: amsterdam, version: 0, hours: { week, days: [], message } });
    await fatma.told('desk:changed', ({ desk, takes }) => desk === amsterdam && !takes);
    await noor.told('desk:changed', ({ desk, takes }) => desk === amsterdam && !takes);
    expect((await comes(0)).view.desk).toBe('general');
    await fatma.ask('hand:intake', { desk: deskNamed('general'), paused: true, reason });
    const url = house.nodes[0]?.url ?? '';
    const amina = await visitor(url);
    expect(await amina.refused('chat:enter', answers({ region: regionNamed('amsterdam') }))).toBe(
      'turned-away',
    );
    const status = async () => (await (await fetch(`${url}/status.json`)).json()) as { closed: unknown[] };
    await expect.poll(async () => (await status()).closed).toContainEqual({ desk: amsterdam, message });
    const { desks } = await fatma.ask('hours:look', {});
    expect(desks.find(({ desk }) => desk === amsterdam)).toMatchObject({ version: 1, hours: { message } });
    await fatma.ask('hand:intake', { desk: deskNamed('general'), paused: false, reason });
    for (const peer of [amina, fatma, noor]) peer.leave();
  });

  test('Fatma’s hand does not wait for the records: what she did holds at once, and is in the log once they can be written', async () => {
    const fatma = await sits('fatma', 0, 'busy');
    const records = closing.add(await recordsAt(house.databaseUrl));
    const pause = (paused: boolean) => fatma.ask('hand:intake', { desk: haarlem, paused, reason });
    const noted = async () => {
      const { entries } = await listAudit(records.db, { before: null, by: staffOf('fatma'), act: null });
      return entries.filter(({ about }) => about === haarlem).map(({ act }) => act);
    };
    const before = await noted();
    await records.db.transaction(async (transaction) => {
      await transaction.execute(sql`lock table audit_log in exclusive mode`);
      await pause(true);
      const { view, amina } = await comes(1, 'haarlem');
      expect(view.desk).toBe('general');
      amina.leave();
    });
    await pause(false);
    await until('both stand in the log', async () => (await noted()).length === before.length + 2);
    expect((await noted()).slice(0, 2)).toEqual(['intake-resumed', 'intake-paused']);
  });
});
