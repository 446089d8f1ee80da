import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { openDutyDesk } from './testing/duty-desk';
import { PLAN, chatOf, deskNamed, staffOf } from './testing/names';

const amsterdam = deskNamed('amsterdam');
const haarlem = deskNamed('haarlem');
const zaanstad = deskNamed('zaanstad');

describe('The steps of a desk', () => {
  const steps = [
    { does: 'reach-desks', after: seconds(15), desks: [haarlem] },
    { does: 'reach-desks', after: seconds(30), desks: [zaanstad] },
    { does: 'reach-everyone', after: seconds(60) },
  ] as const;
  const plan = {
    ...PLAN,
    overflow: { [amsterdam]: steps.map((step) => ({ ...step })) },
  } as unknown as typeof PLAN;

  it('bring a chat to one desk after the other, on time to the second', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Hanna', { desks: ['haarlem'] });
    await desk.comes('Zoe', { desks: ['zaanstad'] });
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.enters('Anna');
    await desk.pass(seconds(14));
    expect(await desk.ringsAt('Hanna')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    await desk.sets('Hanna', 'busy');
    await desk.pass(seconds(15));
    expect(await desk.ringsAt('Zoe')).toEqual(['Anna']);
    await desk.sets('Zoe', 'busy');
    await desk.pass(seconds(29));
    expect(await desk.ringsAt('Gerda')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
  });

  it('ring at whoever of all these desks has been idle longest', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Zoe', { desks: ['zaanstad'], presence: 'busy' });
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Hanna', { desks: ['haarlem'], presence: 'busy' });
    await desk.enters('Anna');
    await desk.loses('Anna');
    await desk.pass(seconds(31));
    for (const name of ['Hanna', 'Zoe', 'Bram']) {
      await desk.sets(name, 'available');
      await desk.pass(seconds(1));
    }
    await desk.returns('Anna');
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
  });

  it('hold as they are now for whoever waits already, and repeat nothing', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Hanna', { desks: ['haarlem'] });
    await desk.goesBy({ ...PLAN, overflow: { [amsterdam]: [{ does: 'tell-visitor', after: seconds(20) }] } });
    await desk.enters('Anna');
    await desk.pass(seconds(50));
    expect(await desk.ringsAt('Hanna')).toEqual([]);
    expect((await desk.sight('Anna')).record.told).toBe(true);
    desk.heard();
    await desk.goesBy(plan);
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record.reach.desks).toEqual(['amsterdam', 'haarlem', 'zaanstad']);
    await desk.goesBy({ ...PLAN, overflow: { [amsterdam]: [] } });
    const { record } = await desk.sight('Anna');
    expect(record.told).toBe(true);
    expect(record.reach.desks).toContain('zaanstad');
  });
});

describe('Opening hours', () => {
  const office = { week: Array.from({ length: 7 }, () => [{ from: '09:00', until: '10:30' }]), days: [] };
  const message = { nl: 'Morgen vanaf negen uur.', en: 'Tomorrow from nine.' };
  const hours = { ...office, message };

  it('of a desk that is closed send its visitors to the general desk, and nobody away', async () => {
    // It is ten o'clock in Amsterdam.
    const desk = openDutyDesk();
    await desk.goesBy({ ...PLAN, hours: { [amsterdam]: hours } });
    await desk.comes('Bram', { capacity: 3 });
    await desk.enters('Anna');
    expect((await desk.sight('Anna')).record.desk).toBe('amsterdam');
    await desk.claims('Bram', 'Anna');
    await desk.pass(minutes(30));
    await desk.enters('Dewi');
    expect((await desk.sight('Dewi')).record.desk).toBe('general');
  });

  it('of the general desk turn away those for whom no other desk is open', async () => {
    const desk = openDutyDesk();
    await desk.goesBy({
      ...PLAN,
      hours: {
        [deskNamed('general')]: { ...hours, week: null, days: [{ date: '2026-03-02', periods: [] }] },
      },
    });
    await desk.comes('Bram');
    expect((await desk.enters('Anna')).ok).toBe(true);
    expect(await desk.enters('Dewi', { region: null })).toEqual({ ok: false, error: 'turned-away' });
  });
});

describe('By a supervisor’s hand', () => {
  it('the overflow is open at once, for those who come later too, until it is closed', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Hanna', { desks: ['haarlem'], capacity: 3 });
    await desk.enters('Anna');
    expect(await desk.ringsAt('Hanna')).toEqual([]);
    await desk.must({ kind: 'open-overflow', desk: amsterdam });
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record.told).toBe(false);
    await desk.claims('Hanna', 'Anna');
    await desk.enters('Dewi');
    expect(await desk.ringsAt('Hanna')).toEqual(['Dewi']);
    await desk.claims('Hanna', 'Dewi');
    await desk.must({ kind: 'close-overflow', desk: amsterdam });
    await desk.enters('Eva');
    expect(await desk.ringsAt('Hanna')).toEqual([]);
    expect(desk.heard().flatMap((fact) => (fact.kind === 'desk' ? fact.desk.opened : []))).toEqual([
      true,
      false,
    ]);
  });

  it('a paused desk takes no new chats: they come to the general desk', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.must({ kind: 'pause-intake', desk: amsterdam });
    await desk.enters('Anna');
    expect((await desk.sight('Anna')).record.desk).toBe('general');
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
    await desk.must({ kind: 'pause-intake', desk: deskNamed('general') });
    expect(await desk.enters('Dewi')).toEqual({ ok: false, error: 'turned-away' });
    expect((await desk.enters('Hedy', { region: 'haarlem' })).ok).toBe(true);
    await desk.must({ kind: 'resume-intake', desk: amsterdam });
    await desk.enters('Eva');
    expect(await desk.ringsAt('Bram')).toEqual(['Eva']);
  });

  it('a waiting chat moves to another desk and keeps its turn', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Hanna', { desks: ['haarlem'], presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Hedy', { region: 'haarlem' });
    await desk.must({ kind: 'move-chat', chat: chatOf('Anna'), desk: haarlem });
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.sets('Hanna', 'available');
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    expect(await desk.tell({ kind: 'move-chat', chat: chatOf('Anna'), desk: deskNamed('nowhere') })).toEqual({
      ok: false,
      error: 'unknown-desk',
    });
  });

  it('a chat is taken off a counsellor who is not there, and off no other', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 2 });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    const takes = () => desk.tell({ kind: 'take-off', chat: chatOf('Anna'), staffId: staffOf('Bram') });
    expect(await takes()).toEqual({ ok: false, error: 'counsellor-present' });
    await desk.sets('Bram', 'away');
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Dewi');
    await desk.pass(minutes(1));
    expect((await takes()).ok).toBe(true);
    expect((await desk.sight('Anna')).record).toMatchObject({
      phase: 'waiting',
      returning: true,
      members: [],
    });
    expect((await desk.staff('Bram')).chats).toEqual([]);
    await desk.sets('Carla', 'available');
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect(desk.heard()).toContainEqual({
      kind: 'chat-gone',
      to: staffOf('Bram'),
      chat: chatOf('Anna'),
      reason: 'returned-to-queue',
    });
  });

  it('a chat whose network is blocked ends while it waits, and with the counsellor who asks; with no other', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { capacity: 2 });
    await desk.enters('Anna');
    const blocks = (who: string, by: string) =>
      desk.tell({ kind: 'block-chat', chat: chatOf(who), staffId: staffOf(by) });
    expect((await blocks('Anna', 'Fatma')).ok).toBe(true);
    expect((await desk.sight('Anna')).record).toMatchObject({ phase: 'ended', wrapUp: null });
    expect(desk.heard()).toContainEqual({
      kind: 'offer-withdrawn',
      to: staffOf('Bram'),
      chat: chatOf('Anna'),
      reason: 'cancelled',
    });
    await desk.enters('Dewi');
    await desk.claims('Bram', 'Dewi');
    expect(await blocks('Dewi', 'Fatma')).toEqual({ ok: false, error: 'not-yours' });
    expect((await blocks('Dewi', 'Bram')).ok).toBe(true);
    const { record } = await desk.sight('Dewi');
    expect(record).toMatchObject({ ended: { reason: 'blocked' }, wrapUp: { staffId: staffOf('Bram') } });
    expect(await blocks('Dewi', 'Bram')).toEqual({ ok: false, error: 'chat-ended' });
  });
});
