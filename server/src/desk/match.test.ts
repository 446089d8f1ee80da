import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { openDutyDesk } from './testing/duty-desk';

describe('A chat is offered', () => {
  it('to the counsellor of its own desk, not to one of another', async () => {
    const desk = openDutyDesk();
    await desk.comes('Hanna', { desks: ['haarlem'] });
    await desk.comes('Bram', { desks: ['amsterdam'] });
    await desk.enters('Anna', { region: 'amsterdam' });
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect(await desk.ringsAt('Hanna')).toEqual([]);
  });

  it('to the general desk when the visitor names no region, or one without a desk', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['amsterdam'] });
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.enters('Anna', { region: null });
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
  });

  it('to the one who has been idle longest', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.pass(minutes(1));
    await desk.comes('Carla');
    await desk.sets('Bram', 'pause');
    await desk.pass(minutes(1));
    await desk.sets('Bram', 'available');
    await desk.enters('Anna');
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
  });

  it('to one without a chat before one who has been waiting longer beside a chat', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 3 });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.pass(minutes(30));
    await desk.comes('Carla');
    await desk.enters('Dewi');
    expect(await desk.ringsAt('Carla')).toEqual(['Dewi']);
  });

  it('first to those who speak the language, and after 45 seconds to everyone', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { languages: ['nl'] });
    await desk.comes('Hanna', { desks: ['haarlem'], languages: ['nl', 'en'], presence: 'busy' });
    await desk.enters('Grace', { language: 'en' });
    await desk.pass(seconds(44));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.sets('Hanna', 'available');
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Hanna')).toEqual(['Grace']);
    await desk.declines('Hanna', 'Grace');
    expect(await desk.ringsAt('Bram')).toEqual(['Grace']);
  });

  it('one at a time: the second visitor rings when the first was answered', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 2 });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.claims('Bram', 'Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
    await desk.claims('Bram', 'Dewi');
    await desk.enters('Eva');
    expect(await desk.ringsAt('Bram')).toEqual([]);
  });

  it('never to a supervisor who watches, but to one who is available', async () => {
    const desk = openDutyDesk();
    await desk.comes('Sofie', { role: 'supervisor', presence: 'busy' });
    await desk.enters('Anna');
    expect(await desk.ringsAt('Sofie')).toEqual([]);
    await desk.sets('Sofie', 'available');
    expect(await desk.ringsAt('Sofie')).toEqual(['Anna']);
  });

  it('not while its visitor is gone; the place is kept', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.loses('Anna');
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
    await desk.declines('Bram', 'Dewi');
    await desk.returns('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).place).toBe(1);
  });
});

describe('First in, first out', () => {
  it('holds over desks: a counsellor of two gets whoever came first', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['haarlem', 'amsterdam'], presence: 'busy' });
    await desk.enters('Anna', { region: 'amsterdam' });
    await desk.pass(seconds(1));
    await desk.enters('Dewi', { region: 'haarlem' });
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('holds over circles: an own visitor does not overtake one who came earlier and reaches everyone', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['haarlem'], presence: 'busy' });
    await desk.enters('Anna', { region: 'amsterdam' });
    await desk.pass(seconds(50));
    await desk.enters('Dewi', { region: 'haarlem' });
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('the earlier chat goes to whoever was idle longest for it, and the next to the other', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['amsterdam', 'haarlem'], presence: 'busy' });
    await desk.comes('Carla', { desks: ['amsterdam'], presence: 'busy' });
    await desk.enters('Anna', { region: 'amsterdam' });
    await desk.enters('Dewi', { region: 'haarlem' });
    await desk.sets('Carla', 'available');
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
  });

  it('a proof of work makes no difference, unless many enter without one', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    for (let n = 0; n < 30; n += 1) await desk.enters(`flood-${n}`, { proven: false });
    await desk.enters('Anna', { proven: false });
    await desk.enters('Dewi', { proven: true });
    expect((await desk.sight('flood-29')).record.priority).toBe(1);
    expect((await desk.sight('Anna')).record.priority).toBe(2);
    expect((await desk.sight('Dewi')).place).toBe(31);
    expect((await desk.sight('Anna')).place).toBe(31);
    await desk.must({ kind: 'prove', chat: (await desk.sight('Anna')).record.chat });
    expect((await desk.sight('Anna')).record.priority).toBe(1);
    expect((await desk.sight('Dewi')).place).toBe(31);
    await desk.pass(minutes(1));
    await desk.enters('Eva', { proven: false });
    expect((await desk.sight('Eva')).record.priority).toBe(1);
  });
});

describe('A round', () => {
  it('goes on to the next who is free when one declines, who stays available', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla');
    await desk.enters('Anna');
    await desk.declines('Bram', 'Anna');
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect((await desk.staff('Bram')).presence).toBe('available');
  });

  it('begins again one ring after the last one declined, not at once', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.declines('Bram', 'Anna');
    await desk.pass(seconds(19));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('lets the others in the queue ring meanwhile', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.declines('Bram', 'Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
  });

  it('finds the counsellor behind many who declined', async () => {
    const desk = openDutyDesk();
    for (let n = 0; n < 20; n += 1) await desk.comes(`bram-${n}`);
    await desk.enters('Anna');
    for (let n = 0; n < 19; n += 1) await desk.declines(`bram-${n}`, 'Anna');
    expect(await desk.ringsAt('bram-19')).toEqual(['Anna']);
  });

  it('ends after 20 seconds for one who lets it ring, who is then away', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla');
    await desk.enters('Anna');
    await desk.pass(seconds(19));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect((await desk.staff('Bram')).presence).toBe('away');
    expect((await desk.staff('Bram')).chats).toEqual([]);
  });

  it('rings at once at one who was away and is back', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.pass(seconds(25));
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });
});
