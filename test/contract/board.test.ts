import { TIMING } from '@haven/shared/protocol/limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { answers, counsellor, signIn, staff, type StaffPeer, visitor } from './peers';

describe('The board of the supervisor, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  const urlOf = (node: number) => house.nodes[node]?.url ?? '';
  beforeEach(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
  });
  afterEach(closing.close);

  async function fatma(node: number): Promise<StaffPeer> {
    const { cookie } = await signIn(urlOf(node), 'fatma');
    return staff(urlOf(node), cookie);
  }

  it('shows on the second node what happens on the first, without a word or a name of any chat', async () => {
    const supervisor = await fatma(1);
    const board = await supervisor.ask('board:watch', {});
    expect(board.people).toEqual([]);
    const noor = await counsellor(urlOf(0), 'noor');
    const anna = await visitor(urlOf(0));
    const { view } = await anna.ask('chat:enter', answers({ region: 'amsterdam' as never }));
    const { chat } = view;
    await supervisor.told('board:changed', ({ desks }) => desks.some(({ waiting }) => waiting === 1));
    await noor.told('offer:made');
    await noor.ask('chat:claim', { chat });
    await noor.ask('safety:set', { chat, level: 'red' });
    const { red } = await supervisor.told('board:changed', (change) => change.red?.length === 1);
    expect(red).toEqual([expect.objectContaining({ desk: 'amsterdam', staffId: 'noor', aloneSince: null })]);
    await until('the day is counted', () =>
      supervisor
        .pushes('board:changed')
        .some(({ desks }) => desks.some(({ today }) => today.answered === 1 && today.entered === 1)),
    );
    const all = JSON.stringify([board, supervisor.pushes('board:changed')]);
    expect(all).not.toContain(chat);
    expect(supervisor.pushes('frame')).toEqual([]);
    expect(supervisor.pushes('chat:changed')).toEqual([]);
    for (const peer of [supervisor, noor, anna]) peer.leave();
  });

  it('says each change from the version before it, and ends when it is left', async () => {
    const supervisor = await fatma(0);
    const { version } = await supervisor.ask('board:watch', {});
    const noor = await counsellor(urlOf(1), 'noor');
    await supervisor.told('board:changed', ({ people }) => people.length === 1);
    await noor.ask('presence:set', { presence: 'pause' });
    await supervisor.told('board:changed', ({ people }) =>
      people.some(({ presence }) => presence === 'pause'),
    );
    const changes = supervisor.pushes('board:changed');
    expect(changes[0]?.from).toBe(version);
    expect(changes.slice(1).map(({ from }) => from)).toEqual(
      changes.slice(0, -1).map((each) => each.version),
    );
    await supervisor.ask('board:leave', {});
    const before = supervisor.pushes('board:changed').length;
    await noor.ask('presence:set', { presence: 'busy' });
    const again = await supervisor.ask('board:watch', {});
    expect(again.people).toMatchObject([{ staffId: 'noor', presence: 'busy' }]);
    expect(supervisor.pushes('board:changed')).toHaveLength(before);
    for (const peer of [supervisor, noor]) peer.leave();
  });

  it('counts whom nobody was there for', async () => {
    const supervisor = await fatma(0);
    await supervisor.ask('board:watch', {});
    const anna = await visitor(urlOf(1));
    expect(await anna.refused('chat:enter', answers())).toBe('turned-away');
    const { desks } = await supervisor.told('board:changed', (change) => change.desks.length === 1);
    expect(desks).toMatchObject([{ desk: 'general', isOpen: false, today: { turnedAway: 1, entered: 0 } }]);
    for (const peer of [supervisor, anna]) peer.leave();
  });

  it('takes thresholds of alarms on one node, and shows them on the other', async () => {
    const [one, other] = [await fatma(0), await fatma(1)];
    await other.ask('board:watch', {});
    const thresholds = { longestWaitSeconds: 90, nobodySeconds: 60, redAloneSeconds: 0, holeHours: null };
    await one.ask('board:set-thresholds', { desk: 'amsterdam' as never, thresholds });
    await other.told('board:changed', (change) =>
      (change.thresholds ?? []).some((each) => each.thresholds.longestWaitSeconds === 90),
    );
    expect(await one.refused('board:set-thresholds', { desk: 'nowhere' as never, thresholds })).toBe(
      'unknown-desk',
    );
    for (const peer of [one, other]) peer.leave();
  });

  it('is right again after a node has died with a counsellor on it', async () => {
    const supervisor = await fatma(1);
    await supervisor.ask('board:watch', {});
    const noor = await counsellor(urlOf(0), 'noor');
    const anna = await visitor(urlOf(1));
    const { view } = await anna.ask('chat:enter', answers({ region: 'amsterdam' as never }));
    await noor.told('offer:made');
    await noor.ask('chat:claim', { chat: view.chat });
    await noor.ask('safety:set', { chat: view.chat, level: 'red' });
    await supervisor.told('board:changed', ({ desks }) =>
      desks.some(({ served, free }) => served === 1 && free > 0),
    );
    await house.nodes[0]?.app.leave(0);
    // A lease runs out before anybody knows.
    const { people } = await until(
      'the board says that she is gone',
      () =>
        supervisor
          .pushes('board:changed')
          .find((change) => change.people.some(({ isConnected }) => !isConnected)),
      { within: 2 * TIMING.lease },
    );
    expect(people).toMatchObject([{ staffId: 'noor', isConnected: false }]);
    // Hers while she may come back; nobody is with it, and she would take no other.
    const { desks, red } = await supervisor.ask('board:watch', {});
    const amsterdam = desks.find(({ desk }) => desk === 'amsterdam');
    expect(amsterdam).toMatchObject({ served: 1, waiting: 0, free: 0 });
    expect(red).toMatchObject([
      { desk: 'amsterdam', staffId: 'noor', aloneSince: expect.any(Number) as unknown },
    ]);
    for (const peer of [supervisor, anna]) peer.leave();
  });
});
