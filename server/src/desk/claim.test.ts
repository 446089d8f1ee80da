import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { openDutyDesk } from './testing/duty-desk';
import { chatOf, NO_TIME, seatOf, staffOf } from './testing/names';

describe('A counsellor claims', () => {
  it('the chat that rings at her: it is active, with her seat and no link yet', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    desk.heard();
    expect((await desk.claims('Bram', 'Anna')).ok).toBe(true);
    const { record } = await desk.sight('Anna');
    expect(record.phase).toBe('active');
    expect(record.members).toEqual([
      {
        staffId: 'bram',
        displayName: 'Bram',
        desk: 'amsterdam',
        role: 'counsellor',
        seat: seatOf('Bram'),
        epoch: null,
      },
    ]);
    expect(desk.heard().map((fact) => fact.kind)).toEqual([
      'queue-remove',
      'chat',
      'offer-withdrawn',
      'counted',
    ]);
  });

  it('a chat from the list, in a pause too', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'pause' });
    await desk.enters('Anna');
    expect((await desk.claims('Bram', 'Anna')).ok).toBe(true);
    expect((await desk.staff('Bram')).presence).toBe('pause');
  });

  it('nothing that rings at a colleague, until the ring is over', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Anna');
    expect(await desk.claims('Carla', 'Anna')).toEqual({ ok: false, error: 'not-offered' });
    await desk.pass(seconds(20));
    expect((await desk.claims('Carla', 'Anna')).ok).toBe(true);
  });

  it('nothing of another desk, until it reaches everyone', async () => {
    const desk = openDutyDesk();
    await desk.comes('Hanna', { desks: ['haarlem'], presence: 'busy' });
    await desk.enters('Anna', { region: 'amsterdam' });
    expect(await desk.claims('Hanna', 'Anna')).toEqual({ ok: false, error: 'not-eligible' });
    await desk.pass(seconds(45));
    expect((await desk.claims('Hanna', 'Anna')).ok).toBe(true);
    expect((await desk.sight('Anna')).record.members[0]?.desk).toBe('haarlem');
  });

  it('no more than her capacity, in which wrap-up counts', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 1 });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.enters('Dewi');
    expect(await desk.claims('Bram', 'Dewi')).toEqual({ ok: false, error: 'at-capacity' });
    await desk.must({ kind: 'close', chat: chatOf('Anna'), staffId: staffOf('Bram') });
    expect(await desk.claims('Bram', 'Dewi')).toEqual({ ok: false, error: 'at-capacity' });
    await desk.must({
      kind: 'finish-wrap-up',
      chat: chatOf('Anna'),
      staffId: staffOf('Bram'),
      form: NO_TIME,
    });
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
  });

  it('once: a colleague is too late, she herself may ask again', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    expect(await desk.claims('Carla', 'Anna')).toEqual({ ok: false, error: 'already-claimed' });
    const { version } = (await desk.sight('Anna')).record;
    expect((await desk.claims('Bram', 'Anna')).ok).toBe(true);
    expect((await desk.sight('Anna')).record.version).toBe(version);
  });

  it('nothing that she does not know of, that has ended, or from a tab that has not entered', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    expect(await desk.claims('Bram', 'Nobody')).toEqual({ ok: false, error: 'unknown-chat' });
    await desk.enters('Anna');
    expect(await desk.claims('Bram', 'Anna', 'another tab')).toEqual({ ok: false, error: 'unknown-seat' });
    expect(await desk.claims('Stranger', 'Anna')).toEqual({ ok: false, error: 'unknown-seat' });
    await desk.must({ kind: 'leave', chat: chatOf('Anna'), reason: 'emergency-exit' });
    expect(await desk.claims('Bram', 'Anna')).toEqual({ ok: false, error: 'chat-ended' });
    expect(await desk.declines('Bram', 'Anna')).toEqual({ ok: false, error: 'not-offered' });
  });
});

describe('A link', () => {
  const open = (epoch: number, seat = 'Bram') =>
    ({
      kind: 'link-open',
      chat: chatOf('Anna'),
      staffId: staffOf('Bram'),
      seat: seatOf(seat),
      epoch,
    }) as const;

  it('takes a higher epoch than any before; the same again is the same', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    expect(await desk.tell(open(1))).toEqual({ ok: false, error: 'wrong-phase' });
    await desk.claims('Bram', 'Anna');
    await desk.must(open(4));
    expect((await desk.sight('Anna')).record.members[0]?.epoch).toBe(4);
    await desk.must(open(4));
    expect(await desk.tell(open(3))).toEqual({ ok: false, error: 'stale-epoch' });
    expect(await desk.tell(open(5, 'another tab'))).toEqual({ ok: false, error: 'unknown-member' });
    expect((await desk.sight('Anna')).record.epoch).toBe(4);
  });

  it('goes to the tab that asks for it, and to that one only', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Bram', { tab: 'Bram at home', presence: null });
    await desk.comes('Carla');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.must(open(1));
    const ask = (name: string, tab: string) =>
      desk.tell({ kind: 'link-request', chat: chatOf('Anna'), staffId: staffOf(name), seat: seatOf(tab) });
    expect(await ask('Carla', 'Carla')).toEqual({ ok: false, error: 'not-yours' });
    expect(await ask('Bram', 'nowhere')).toEqual({ ok: false, error: 'unknown-seat' });
    expect((await ask('Bram', 'Bram at home')).ok).toBe(true);
    const { record } = await desk.sight('Anna');
    expect(record.members[0]).toMatchObject({ seat: seatOf('Bram at home'), epoch: null });
    expect(record.epoch).toBe(1);
    expect(await desk.tell(open(1, 'Bram at home'))).toEqual({ ok: false, error: 'stale-epoch' });
    await desk.must(open(2, 'Bram at home'));
  });
});
