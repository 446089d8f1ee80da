import { hours } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NINE_O_CLOCK, openDutyDesk } from './testing/duty-desk';
import { chatOf, deskNamed, PLAN, published, regionNamed, shiftOn } from './testing/names';
import type { DeskPlan } from './plan';

const haarlem = deskNamed('haarlem');
const withoutHaarlem: DeskPlan = { ...PLAN, desks: PLAN.desks.filter(({ id }) => id !== haarlem) };

describe('A desk that is retired', () => {
  it('leaves whoever came at that very moment to the general desk, at once', async () => {
    const desk = openDutyDesk();
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.comes('Bram', { desks: ['haarlem'], presence: 'busy' });
    await desk.enters('Anna', { region: 'haarlem' });
    expect(await desk.ringsAt('Gerda')).toEqual([]);
    await desk.goesBy(withoutHaarlem);
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record).toMatchObject({ desk: haarlem, reach: { everyone: false } });
  });

  it('does so with a roster too', async () => {
    const desk = openDutyDesk();
    const gerda = shiftOn('Gerda', NINE_O_CLOCK, NINE_O_CLOCK + hours(8), { regions: [], general: true });
    const bram = shiftOn('Bram', NINE_O_CLOCK, NINE_O_CLOCK + hours(8), {
      regions: [regionNamed('haarlem'), regionNamed('almere')],
    });
    const roster = published(bram, gerda);
    await desk.goesBy({ ...PLAN, roster });
    await desk.comes('Gerda', { desks: ['general'] });
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna', { region: 'haarlem' });
    await desk.goesBy({ ...withoutHaarlem, roster });
    expect(await desk.ringsAt('Gerda')).toEqual(['Anna']);
    expect((await desk.staff('Bram')).duty.desks).toEqual([deskNamed('almere')]);
  });

  it('sends the next visitor of its region to the general desk, where its people serve now', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['haarlem'] });
    await desk.comes('Noor', { desks: ['haarlem', 'zaanstad'], presence: 'busy' });
    await desk.goesBy(withoutHaarlem);
    expect((await desk.staff('Bram')).duty.desks).toEqual([PLAN.generalDesk]);
    expect((await desk.staff('Noor')).duty.desks).toEqual([deskNamed('zaanstad')]);
    await desk.enters('Anna', { region: 'haarlem' });
    expect((await desk.sight('Anna')).record.desk).toBe(PLAN.generalDesk);
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    const claimed = await desk.claims('Bram', 'Anna');
    expect(claimed.ok).toBe(true);
    expect((await desk.sight('Anna')).record.members).toMatchObject([{ desk: PLAN.generalDesk }]);
  });

  it('is nowhere to move a chat to, and serves again once it is brought back', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { desks: ['haarlem'], presence: 'busy' });
    await desk.goesBy(withoutHaarlem);
    await desk.enters('Anna', { region: 'zaanstad' });
    const move = await desk.tell({ kind: 'move-chat', chat: chatOf('Anna'), desk: haarlem });
    expect(move).toEqual({ ok: false, error: 'unknown-desk' });
    await desk.goesBy(PLAN);
    expect((await desk.staff('Bram')).duty.desks).toEqual([haarlem]);
    await desk.enters('Hedy', { region: 'haarlem' });
    expect((await desk.sight('Hedy')).record.desk).toBe(haarlem);
  });
});
