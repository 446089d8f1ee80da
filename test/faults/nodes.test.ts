import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HouseOfTwo, openHouseOfTwo } from '../support/house';
import { until } from '../support/until';
import { converse, expectWhole } from './support/conversation';

let house: HouseOfTwo;
beforeEach(async () => {
  house = await openHouseOfTwo();
});
afterEach(() => house.stop());

describe('a node is gone', () => {
  test('kill -9 of the visitor’s node while both type: every line once, in order', async () => {
    const chat = await converse(house, 'sanne');
    await chat.while(() => house.two.nodes[0].kill9());
    await until('the visitor is connected to the other node', () => chat.visitor.connected());
    await expectWhole(chat);
  });

  test('kill -9 of the counsellor’s node while both type: every line once, in order', async () => {
    const chat = await converse(house, 'karim');
    await chat.while(() => house.two.nodes[1].kill9());
    await until('the counsellor is connected to the other node', () => chat.counsellor.connected());
    await expectWhole(chat);
  });

  test('one node after the other is replaced: the chat outlives both', async () => {
    const chat = await converse(house, 'noor');
    await chat.while(() => house.two.replace(0));
    await chat.while(() => house.two.replace(1));
    await expectWhole(chat);
  });

  test('a node that is asked to stop lets its clients move and is gone within ten seconds', async () => {
    const chat = await converse(house, 'fatma');
    let took = Number.POSITIVE_INFINITY;
    await chat.while(async () => {
      took = await house.two.nodes[0].sigterm();
    });
    expect(took).toBeLessThanOrEqual(10_000);
    expect((await house.two.nodes[0].exited).code).toBe(0);
    await expectWhole(chat);
  });

  test('a visitor who waits keeps the place when the node dies', async () => {
    await house.counsellor('sanne', { presence: 'busy', url: house.nodes[1]?.url ?? '' });
    const path = await house.two.path(0);
    const [first, second] = [await house.visitor({ url: path.url }), await house.visitor({ url: path.url })];
    await first.enter();
    await second.enter();
    expect([first.view().place, second.view().place]).toEqual([1, 2]);
    await house.two.nodes[0].kill9();
    await until('both are connected to the other node', () => first.connected() && second.connected());
    expect([first.view().place, second.view().place]).toEqual([1, 2]);
    expect([first.view().phase, second.view().phase]).toEqual(['waiting', 'waiting']);
  });
});
