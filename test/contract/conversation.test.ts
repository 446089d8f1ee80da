import type { RegionId } from '@haven/shared/ids';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until';
import { HOUSES, houseOfSuite } from './houses';
import { answers, counsellor, frameOf, visitor } from './peers';

const ALKMAAR = 'alkmaar' as RegionId;

describe.each(HOUSES)('A conversation on %s', (_, onRedis) => {
  const { here, there } = houseOfSuite(onRedis);

  test('Amina enters, Sanne is rung and claims, they link and write both ways', async () => {
    const sanne = await counsellor(there(), 'sanne');
    const amina = await visitor(here());
    const { view } = await amina.ask('chat:enter', answers({ region: ALKMAAR }));
    expect(view).toMatchObject({ phase: 'waiting', place: 1, members: [] });
    const { chat } = view;
    await sanne.told('offer:made', ({ item }) => item.chat === chat);
    const claimed = await sanne.ask('chat:claim', { chat });
    expect(claimed).toMatchObject({
      phase: 'active',
      members: [{ staffId: 'sanne', seat: sanne.seat, epoch: null }],
    });

    const seen = await amina.told('view', ({ view: { phase } }) => phase === 'active');
    const [member] = seen.view.members;
    const hello = frameOf(chat, { type: 'hello' });
    const opened = await amina.ask('link:open', {
      staffId: member!.staffId,
      seat: member!.seat!,
      frame: hello,
    });
    expect(await sanne.told('frame')).toEqual({ chat, seq: opened.seq, frame: hello });
    await sanne.told('chat:changed', ({ members }) => members[0]?.epoch === 1);
    await sanne.ask('frame', { frame: frameOf(chat, { type: 'offer', from: 'staff' }) });
    for (let n = 1; n <= 10; n += 1) {
      await amina.ask('frame', { frame: frameOf(chat, { n }) });
      await sanne.ask('frame', { frame: frameOf(chat, { n, from: 'staff' }) });
    }
    await until('all came', () => amina.pushes('frame').length === 11 && sanne.pushes('frame').length === 11);
    expect(sanne.pushes('frame').map(({ frame }) => frame)).toEqual([
      hello,
      ...Array.from({ length: 10 }, (__, index) => frameOf(chat, { n: index + 1 })),
    ]);
    await amina.ask('chat:leave', { reason: 'visitor-closed' });
    const ended = await sanne.told('chat:changed', ({ phase }) => phase === 'ended');
    expect(ended).toMatchObject({ endReason: 'visitor-closed' });
    expect(await amina.refused('frame', { frame: frameOf(chat, { n: 11 }) })).toBe('chat-ended');
    await sanne.ask('wrap-up:finish', { chat, form: { kind: 'skipped', reason: 'no-time' } });
    await sanne.told('chat:gone', ({ reason }) => reason === 'wrapped-up');
    amina.leave();
    sanne.leave();
  });

  test('where WebSocket is blocked, long polling carries the same, and leaves no more behind', async () => {
    const sanne = await counsellor(there(), 'sanne');
    const amina = await visitor(here(), { transports: ['polling'] });
    const { view } = await amina.ask('chat:enter', answers({ region: ALKMAAR }));
    await sanne.ask('chat:claim', { chat: view.chat });
    const { view: active } = await amina.told('view', ({ view: { phase } }) => phase === 'active');
    const hello = frameOf(view.chat, { type: 'hello' });
    await amina.ask('link:open', { staffId: active.members[0]!.staffId, seat: sanne.seat, frame: hello });
    await sanne.told('frame', ({ frame }) => frame === hello);
    const answer = frameOf(view.chat, { from: 'staff', body: 16_436 });
    await sanne.ask('frame', { frame: answer });
    await amina.told('frame', ({ frame }) => frame === answer);
    const poll = await fetch(`${here()}/socket.io/?EIO=4&transport=polling`);
    expect(poll.headers.get('cache-control')).toBe('no-store');
    expect(poll.headers.get('set-cookie')).toBeNull();
    expect(poll.headers.get('access-control-allow-origin')).toBeNull();
    amina.leave();
    sanne.leave();
  });
});
