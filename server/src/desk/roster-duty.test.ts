import type { Shift } from '@haven/shared/roster/roster';
import { hours, minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NINE_O_CLOCK, openDutyDesk } from './testing/duty-desk';
import { NO_TIME, PLAN, chatOf, deskNamed, published, regionNamed, shiftOn, staffOf } from './testing/names';

const day = (name: string, more: Partial<Shift> = {}) =>
  shiftOn(name, NINE_O_CLOCK, NINE_O_CLOCK + hours(8), more);
const roster = (...shifts: readonly Shift[]) => ({ ...PLAN, roster: published(...shifts) });
const off = { kind: 'off', desks: [], until: null, ending: false };

describe('With a published roster', () => {
  it('the shift says whom she serves, not the membership', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(roster(day('Bram', { regions: [regionNamed('haarlem')], general: true })));
    const bram = await desk.comes('Bram', { desks: ['amsterdam'] });
    expect(bram.duty).toMatchObject({ kind: 'duty', desks: [deskNamed('haarlem'), deskNamed('general')] });
    await desk.enters('Anna', { region: 'amsterdam' });
    await desk.enters('Hedy', { region: 'haarlem' });
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record.reach.desks).toEqual(['amsterdam', 'general']);
  });

  it('a shift begins and ends to the second', async () => {
    const desk = openDutyDesk();
    const from = NINE_O_CLOCK + minutes(30);
    await desk.goesBy(
      roster(shiftOn('Bram', from, from + hours(4)), day('Gerda', { general: true, regions: [] })),
    );
    await desk.comes('Gerda', { presence: 'busy', desks: ['general'] });
    expect(await desk.comes('Bram')).toMatchObject({ presence: 'available', duty: off });
    await desk.enters('Anna');
    await desk.pass(minutes(30) - seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('nobody is rung in the last ten minutes of a shift, and by hand she may still claim', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(roster(day('Bram')));
    await desk.comes('Bram', { capacity: 2 });
    await desk.pass(hours(8) - minutes(10));
    expect((await desk.staff('Bram')).duty).toMatchObject({ kind: 'duty', ending: true });
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual([]);
    expect((await desk.claims('Bram', 'Anna')).ok).toBe(true);
  });

  it('two shifts that follow each other are one: nobody winds up between them', async () => {
    const desk = openDutyDesk();
    const noon = NINE_O_CLOCK + hours(3);
    await desk.goesBy(roster(shiftOn('Bram', NINE_O_CLOCK, noon), shiftOn('Bram', noon, noon + hours(3))));
    await desk.comes('Bram');
    await desk.pass(hours(3) - minutes(5));
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('who is free at the end of her shift is away; who talks is away after the last wrap-up', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(
      roster(day('Bram'), day('Carla'), shiftOn('Gerda', NINE_O_CLOCK, NINE_O_CLOCK + hours(20))),
    );
    await desk.comes('Bram');
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    const { chat } = (await desk.sight('Anna')).record;
    await desk.pass(hours(8));
    expect(await desk.staff('Carla')).toMatchObject({ presence: 'away', duty: off });
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'available', duty: off, chats: [chat] });
    await desk.must({ kind: 'close', chat, staffId: staffOf('Bram') });
    expect((await desk.staff('Bram')).presence).toBe('available');
    await desk.must({ kind: 'finish-wrap-up', chat, staffId: staffOf('Bram'), form: NO_TIME });
    expect((await desk.staff('Bram')).presence).toBe('away');
  });

  it('who is off duty serves nobody, but may take by hand what reaches everyone', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(roster(day('Bram')));
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Levi');
    await desk.enters('Anna');
    expect(await desk.claims('Levi', 'Anna')).toEqual({ ok: false, error: 'not-eligible' });
    await desk.pass(seconds(46));
    expect(await desk.ringsAt('Levi')).toEqual([]);
    expect((await desk.claims('Levi', 'Anna')).ok).toBe(true);
  });

  it('the service is closed while only people off duty are there', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(roster(day('Bram')));
    await desk.comes('Levi');
    expect(await desk.enters('Anna')).toEqual({ ok: false, error: 'turned-away' });
  });

  it('a changed roster holds at once for everybody who is there, and a withdrawn one for nobody', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Carla', { presence: 'busy' });
    await desk.goesBy(roster(day('Carla')));
    expect((await desk.staff('Bram')).duty.kind).toBe('off');
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.goesBy(roster(day('Bram'), day('Carla')));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    expect((await desk.staff('Bram')).presence).toBe('away');
    await desk.sets('Bram', 'available');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });
});

describe('A hole in the roster', () => {
  const gerda = day('Gerda', { regions: [], general: true });

  it('lets the chats of the region reach the general desk at once', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(roster(gerda));
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.enters('Anna', { region: 'zaanstad' });
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record.desk).toBe('zaanstad');
  });

  it('that opens while somebody waits, does so to the second', async () => {
    const desk = openDutyDesk();
    const end = NINE_O_CLOCK + seconds(30);
    await desk.goesBy(
      roster(gerda, shiftOn('Zoe', NINE_O_CLOCK - hours(8), end, { regions: [regionNamed('zaanstad')] })),
    );
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.enters('Anna', { region: 'zaanstad' });
    await desk.pass(seconds(29));
    expect(await desk.ringsAt('Gerda')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
  });
});

describe('The standby', () => {
  const plan = {
    ...roster(day('Bram'), day('Saar', { kind: 'standby' })),
    overflow: { [deskNamed('amsterdam')]: [{ does: 'alert-standby', after: seconds(30) }] },
  } as const;
  const alerts = (desk: ReturnType<typeof openDutyDesk>) =>
    desk.heard().flatMap((fact) => (fact.kind === 'standby-alert' ? [fact.alert] : []));

  it('is rung by nobody until the step, and then after everybody on duty', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Saar');
    await desk.enters('Anna');
    await desk.pass(seconds(29));
    expect(await desk.ringsAt('Saar')).toEqual([]);
    expect(await desk.claims('Saar', 'Anna')).toEqual({ ok: false, error: 'not-eligible' });
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Saar')).toEqual(['Anna']);
    await desk.sets('Bram', 'available');
    await desk.declines('Saar', 'Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  it('is alerted once for all who wait, again and again until somebody says that it was told', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.pass(seconds(31));
    const [first, ...more] = alerts(desk);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ desk: 'amsterdam', attempt: 1, waiting: 2, longest: seconds(31) });
    expect(Object.keys(first ?? {}).toSorted()).toEqual([
      'attempt',
      'desk',
      'longest',
      'startedAt',
      'waiting',
    ]);
    await desk.pass(seconds(15));
    expect(alerts(desk)).toMatchObject([{ attempt: 2, startedAt: first?.startedAt }]);
    await desk.must({
      kind: 'alert-delivered',
      desk: deskNamed('amsterdam'),
      startedAt: first?.startedAt ?? 0,
    });
    await desk.pass(minutes(9));
    expect(alerts(desk)).toEqual([]);
  });

  it('is told no more when nobody waits', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.pass(seconds(31));
    expect(alerts(desk)).toHaveLength(1);
    await desk.claims('Bram', 'Anna');
    await desk.pass(minutes(5));
    expect(alerts(desk)).toEqual([]);
  });

  it('is alerted for the next one, if nobody could be told while the first one waited', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Bram', { presence: 'busy', capacity: 2 });
    await desk.enters('Anna');
    await desk.pass(seconds(31));
    await desk.claims('Bram', 'Anna');
    await desk.pass(seconds(15));
    expect(alerts(desk)).toHaveLength(1);
    await desk.enters('Dewi');
    await desk.pass(seconds(31));
    expect(alerts(desk)).toMatchObject([{ attempt: 1, desk: 'amsterdam', waiting: 1 }]);
  });

  it('is alerted by the desk to which a supervisor moves a chat that has come to them', async () => {
    const desk = openDutyDesk();
    await desk.goesBy(plan);
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.pass(seconds(31));
    expect(alerts(desk)).toMatchObject([{ desk: 'amsterdam' }]);
    await desk.must({ kind: 'move-chat', chat: chatOf('Anna'), desk: deskNamed('haarlem') });
    await desk.pass(seconds(1));
    expect(alerts(desk)).toMatchObject([{ desk: 'haarlem', attempt: 1, waiting: 1 }]);
  });
});
