import { TIMING } from '@haven/shared/protocol/limits';
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { type DutyDesk, openDutyDesk } from './testing/duty-desk';
import { chatOf, NO_TIME } from './testing/names';
import { visitorView } from './views';
import { USUAL_SERVICE, serviceAfter, waitBand } from './wait';

const bandsTold = (desk: DutyDesk) =>
  desk.heard().flatMap((fact) => (fact.kind === 'chat' ? fact.sight.band : []));

describe('The service', () => {
  it('is closed while nobody is on duty: whoever enters is turned away', async () => {
    const desk = openDutyDesk();
    expect(await desk.enters('Anna')).toEqual({ ok: false, error: 'turned-away' });
    await desk.comes('Bram', { presence: null });
    expect(await desk.enters('Anna')).toEqual({ ok: false, error: 'turned-away' });
    expect(await desk.store.status(desk.now())).toMatchObject({
      ok: true,
      value: { open: false, band: 'nobody' },
    });
  });

  it.each(['available', 'busy', 'pause'] as const)(
    'is open while anyone, of any desk, is %s',
    async (presence) => {
      const desk = openDutyDesk();
      await desk.comes('Hanna', { desks: ['haarlem'], presence });
      expect((await desk.enters('Anna', { region: 'amsterdam' })).ok).toBe(true);
    },
  );

  it('closes with the last one: who waits is told, and keeps the place', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    desk.heard();
    await desk.sets('Bram', 'away');
    expect(bandsTold(desk)).toEqual(['nobody']);
    expect(await desk.sight('Anna')).toMatchObject({
      place: 1,
      band: 'nobody',
      record: { phase: 'waiting' },
    });
    await desk.sets('Bram', 'available');
    expect(bandsTold(desk)).toEqual(['within-5']);
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('stays open for the last counsellor while her console may be reloading', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    desk.heard();
    await desk.goes('Bram');
    expect((await desk.enters('Dewi')).ok).toBe(true);
    expect(await desk.sight('Anna')).toMatchObject({ band: 'longer' });
    expect(bandsTold(desk)).not.toContain('nobody');
    await desk.comes('Bram', { presence: null });
    expect((await desk.sight('Anna')).band).toBe('longer');
  });

  it('closes when the last counsellor does not come back', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.goes('Bram');
    await desk.enters('Anna');
    desk.heard();
    await desk.pass(TIMING.counsellorGrace);
    expect(bandsTold(desk)).toContain('nobody');
    expect(await desk.enters('Dewi')).toEqual({ ok: false, error: 'turned-away' });
  });

  it('is closed at once by a counsellor who goes away before she leaves', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.sets('Bram', 'away');
    await desk.goes('Bram');
    expect(await desk.enters('Anna')).toEqual({ ok: false, error: 'turned-away' });
  });

  it('tells nobody while others are on duty', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Anna');
    desk.heard();
    await desk.sets('Bram', 'away');
    await desk.sets('Carla', 'pause');
    expect(bandsTold(desk)).toEqual([]);
  });
});

describe('The wait', () => {
  it('is seen by the visitor as waiting, while it rings too', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    const sight = await desk.sight('Anna');
    expect(sight.record.phase).toBe('offered');
    expect(visitorView(sight)).toMatchObject({ phase: 'waiting', place: 1, band: 'within-5', members: [] });
  });

  it('counts places per desk, and tells the first five when they move up', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy', capacity: 3 });
    await desk.enters('Hedy', { region: 'haarlem' });
    for (let n = 0; n < 8; n += 1) await desk.enters(`Anna ${n}`);
    expect((await desk.sight('Anna 7')).place).toBe(8);
    desk.heard();
    await desk.claims('Bram', 'Anna 0');
    const told = desk
      .heard()
      .flatMap((fact) => (fact.kind === 'chat' ? [[fact.sight.record.chat, fact.sight.place]] : []));
    expect(told).toEqual([[chatOf('Anna 0'), null], ...[1, 2, 3, 4, 5].map((n) => [chatOf(`Anna ${n}`), n])]);
    expect((await desk.sight('Anna 7')).place).toBe(7);
  });

  it('after 5 minutes the visitor is told, once', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.pass(minutes(5) - seconds(1));
    expect((await desk.sight('Anna')).record.told).toBe(false);
    desk.heard();
    await desk.pass(minutes(10));
    expect((await desk.sight('Anna')).record.told).toBe(true);
    expect(desk.heard().map((fact) => fact.kind)).toEqual(['chat']);
  });

  it('is estimated from who is ahead, the slots, and how long chats took of late', () => {
    const load = { onDuty: 3, slots: 4, taken: 4, waiting: 0, service: minutes(20) };
    expect(waitBand(0, load)).toBe('within-5');
    expect(waitBand(1, load)).toBe('about-10');
    expect(waitBand(2, load)).toBe('longer');
    expect(waitBand(2, { ...load, service: minutes(4) })).toBe('within-5');
    expect(waitBand(2, { ...load, taken: 1 })).toBe('within-5');
    expect(waitBand(0, { ...load, slots: 0, taken: 0 })).toBe('longer');
    expect(waitBand(0, { ...load, onDuty: 0 })).toBe('nobody');
  });

  it('learns from the chats that were served', async () => {
    expect(serviceAfter(USUAL_SERVICE, USUAL_SERVICE)).toBe(USUAL_SERVICE);
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 1 });
    for (let n = 0; n < 30; n += 1) {
      await desk.enters(`Anna ${n}`);
      await desk.claims('Bram', `Anna ${n}`);
      await desk.pass(minutes(3));
      await desk.must({
        kind: 'close',
        chat: chatOf(`Anna ${n}`),
        staffId: (await desk.staff('Bram')).staffId,
      });
      await desk.must({
        kind: 'finish-wrap-up',
        chat: chatOf(`Anna ${n}`),
        staffId: (await desk.staff('Bram')).staffId,
        form: NO_TIME,
      });
    }
    await desk.enters('Dewi');
    await desk.claims('Bram', 'Dewi');
    await desk.enters('Eva');
    expect((await desk.sight('Eva')).band).toBe('within-5');
  });
});
