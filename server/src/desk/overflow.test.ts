import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { nextStepAt, withDueSteps } from './overflow';
import { overflowOf } from './plan';
import { openDutyDesk } from './testing/duty-desk';
import { PLAN } from './testing/names';

describe('Overflow', () => {
  it('of a desk that sets none: everyone after 45 seconds, the visitor told after 5 minutes', () => {
    for (const { id } of PLAN.desks) {
      expect(overflowOf(PLAN, id)).toEqual([
        { after: seconds(45), does: 'reach-everyone' },
        { after: minutes(5), does: 'tell-visitor' },
      ]);
    }
  });

  it('takes each step when it is due, and all at once after a stretch without a server', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    const { record } = await desk.sight('Anna');
    expect(nextStepAt(PLAN, record, desk.now())).toBe(desk.now() + seconds(45));
    expect(withDueSteps(PLAN, null, record, desk.now() + seconds(44))).toBe(record);
    const wide = withDueSteps(PLAN, null, record, desk.now() + seconds(45));
    expect(wide).toMatchObject({ reach: { everyone: true, anyLanguage: true }, told: false });
    const told = withDueSteps(PLAN, null, record, desk.now() + minutes(60));
    expect(told).toMatchObject({ reach: { everyone: true }, told: true });
    expect(nextStepAt(PLAN, told, desk.now())).toBeNull();
  });

  it('goes on while the chat rings, so that a decline finds the wider circle', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.comes('Hanna', { desks: ['haarlem'] });
    await desk.enters('Anna');
    for (let round = 0; round < 2; round += 1) {
      await desk.declines('Bram', 'Anna');
      await desk.pass(seconds(20));
    }
    await desk.pass(seconds(6));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.declines('Bram', 'Anna');
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
  });

  it('moves chats that came at once in the order in which they came', async () => {
    const desk = openDutyDesk();
    await desk.comes('Hanna', { desks: ['haarlem'] });
    for (const name of ['Zoe', 'Anna', 'Mira']) await desk.enters(name);
    await desk.pass(seconds(46));
    expect(await desk.ringsAt('Hanna')).toEqual(['Zoe']);
  });
});
