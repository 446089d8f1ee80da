import { hours, minutes } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HouseOfTwo, openHouseOfTwo } from '../support/house';
import { until } from '../support/until';
import { converse, expectWhole } from './support/conversation';

let house: HouseOfTwo;
beforeAll(async () => {
  house = await openHouseOfTwo();
});
afterAll(() => house.stop());

describe('a clock is wrong', () => {
  test('clocks of both people jump back and forth while both type: every line once, in order', async () => {
    const chat = await converse(house, 'sanne');
    for (const jump of [hours(1), hours(-3), minutes(29), hours(2)]) {
      await chat.while(async () => chat.visitor.clock.jump(jump));
      await chat.while(async () => chat.counsellor.clock.jump(0 - jump));
    }
    await expectWhole(chat);
  });

  test('a visitor whose clock is a week wrong is told so, and not that all is well', async () => {
    const counsellor = await house.counsellor('karim', { presence: 'busy' });
    const visitor = await house.visitorFor(counsellor);
    visitor.clock.jump(hours(24 * 8));
    visitor.write('Is daar iemand?');
    await counsellor.claim(visitor.view().chat);
    await until('the visitor is told', () => visitor.state()?.link?.fault === 'certificate-out-of-date');
    expect(visitor.state()).toMatchObject({ counsellor: null, link: { state: 'broken' } });
    expect(visitor.items()[0]?.delivery).not.toBe('received');
    expect(counsellor.texts(visitor.view().chat)).toEqual([]);
  });
});
