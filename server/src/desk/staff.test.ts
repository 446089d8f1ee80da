import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { openDutyDesk } from './testing/duty-desk';
import { chatOf, seatOf, staffOf } from './testing/names';

describe('A counsellor comes', () => {
  it('away at first, until she says otherwise', async () => {
    const desk = openDutyDesk();
    expect((await desk.comes('Bram', { presence: null, capacity: null })).presence).toBe('away');
    await desk.sets('Bram', 'available');
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'available', capacity: 3, since: desk.now() });
  });

  it('with two tabs, and is one: presence, capacity and rings are hers, not the tab’s', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Bram', { tab: 'second tab', presence: null, capacity: null });
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect((await desk.staff('Bram')).seats).toHaveLength(2);
    await desk.goes('Bram');
    expect((await desk.staff('Bram')).presence).toBe('available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('needs a seat for everything', async () => {
    const desk = openDutyDesk();
    const unknown = { ok: false, error: 'unknown-seat' };
    expect(await desk.tell({ kind: 'set-presence', staffId: staffOf('Bram'), presence: 'busy' })).toEqual(
      unknown,
    );
    expect(await desk.tell({ kind: 'set-capacity', staffId: staffOf('Bram'), capacity: 2 })).toEqual(unknown);
    expect(await desk.store.overview(staffOf('Bram'), desk.now())).toEqual(unknown);
  });

  it('and with more room gets the next chat', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 1 });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.enters('Dewi');
    await desk.must({ kind: 'set-capacity', staffId: staffOf('Bram'), capacity: 2 });
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
  });
});

describe('A counsellor takes a pause', () => {
  it.each(['pause', 'busy', 'away'] as const)(
    'and what rings at her goes to the next (%s)',
    async (presence) => {
      const desk = openDutyDesk();
      await desk.comes('Bram');
      await desk.comes('Carla');
      await desk.enters('Anna');
      await desk.sets('Bram', presence);
      expect(await desk.ringsAt('Bram')).toEqual([]);
      expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    },
  );

  it('and is rung at once when she is back, though she passed the chat on', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.sets('Bram', 'pause');
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });
});

describe('A counsellor reloads the console', () => {
  it('the link is free for the new tab, and her presence is back', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.must({
      kind: 'link-open',
      chat: chatOf('Anna'),
      staffId: staffOf('Bram'),
      seat: seatOf('Bram'),
      epoch: 1,
    });
    await desk.goes('Bram');
    expect((await desk.staff('Bram')).presence).toBe('away');
    expect((await desk.sight('Anna')).record.members[0]).toMatchObject({ seat: null, epoch: null });
    await desk.pass(seconds(2));
    await desk.comes('Bram', { tab: 'reloaded', presence: null, capacity: null });
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'available', capacity: 1, lost: null });
  });

  it('a new connection of the same tab keeps the link, and the old connection’s end is no news', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.comes('Bram', { connection: 'on another node', presence: null, capacity: null });
    await desk.must({
      kind: 'seat-left',
      staffId: staffOf('Bram'),
      seat: seatOf('Bram'),
      connection: 'Bram-1',
    });
    expect((await desk.sight('Anna')).record.members[0]?.seat).toBe(seatOf('Bram'));
    expect((await desk.staff('Bram')).presence).toBe('available');
  });
});

describe('A counsellor is lost', () => {
  it('away at once; her chats wait 90 seconds for her, then they are first in the queue', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.enters('Dewi');
    await desk.goes('Bram');
    await desk.pass(seconds(89));
    expect((await desk.sight('Anna')).record.phase).toBe('active');
    desk.heard();
    await desk.pass(seconds(1));
    const { record, place } = await desk.sight('Anna');
    expect(record).toMatchObject({
      phase: 'waiting',
      returning: true,
      priority: 0,
      members: [],
      claimedAt: null,
    });
    expect(place).toBe(1);
    expect((await desk.sight('Dewi')).place).toBe(1);
    expect(desk.heard()).toContainEqual({
      kind: 'chat-gone',
      to: 'bram',
      chat: chatOf('Anna'),
      reason: 'returned-to-queue',
    });
    await desk.sets('Carla', 'available');
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect(await desk.store.staff(staffOf('Bram'))).toEqual({ ok: false, error: 'unknown-seat' });
  });

  it('and back in time, when nothing happened', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.goes('Bram');
    await desk.pass(seconds(80));
    await desk.comes('Bram', { presence: null });
    await desk.pass(seconds(60));
    expect((await desk.sight('Anna')).record.phase).toBe('active');
  });

  it('with her node: nobody says that her tab is alive', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    desk.falls('Bram');
    await desk.pass(seconds(25));
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'away', seats: [] });
    expect((await desk.sight('Anna')).record.phase).toBe('waiting');
  });

  it('in her wrap-up: it runs out, and then nothing is kept of her', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.must({ kind: 'close', chat: chatOf('Anna'), staffId: staffOf('Bram') });
    await desk.goes('Bram');
    await desk.pass(seconds(200));
    expect((await desk.staff('Bram')).chats).toEqual([chatOf('Anna')]);
    await desk.pass(seconds(100));
    expect(await desk.store.staff(staffOf('Bram'))).toEqual({ ok: false, error: 'unknown-seat' });
  });

  it('together with her visitor: the chat is over', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.goes('Bram');
    await desk.loses('Anna');
    await desk.pass(seconds(92));
    expect((await desk.sight('Anna')).record.ended?.reason).toBe('lost');
    expect(await desk.ringsAt('Carla')).toEqual([]);
  });
});
