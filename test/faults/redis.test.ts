import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HouseOfTwo, openHouseOfTwo } from '../support/house';
import { until } from '../support/until';
import { converse, expectWhole } from './support/conversation';

let house: HouseOfTwo;
beforeEach(async () => {
  house = await openHouseOfTwo();
});
afterEach(() => house.stop());

describe('the live state fails', () => {
  test('Redis is killed and comes back empty: every line once, in order', async () => {
    const chat = await converse(house, 'sanne');
    await chat.while(() => house.two.redis.restart());
    await expectWhole(chat);
  });

  test('Redis forgets everything and stays up: every line once, in order', async () => {
    const chat = await converse(house, 'karim');
    await chat.while(() => house.two.redis.empty());
    await expectWhole(chat);
  });

  test('Redis freezes for ten seconds: every line once, in order, and nobody is thrown out', async () => {
    const chat = await converse(house, 'noor');
    await chat.while(async () => {
      house.two.redis.freeze();
      // How long it is frozen is the fault itself.
      await pause(10_000);
      house.two.redis.thaw();
    });
    await expectWhole(chat);
    expect(house.nodes.map((node) => node.running())).toEqual([true, true]);
  });

  test('a visitor who waits is in the queue again after Redis lost its memory', async () => {
    const counsellor = await house.counsellor('fatma', { presence: 'busy', url: house.nodes[1]?.url ?? '' });
    const visitor = await house.visitorFor(counsellor);
    const { chat } = visitor.view();
    await house.two.redis.restart();
    await until(
      'the chat is known again',
      async () => {
        const state = await counsellor.relay.request('desk:look', {});
        return state.ok && state.value.queue.some((item) => item.chat === chat);
      },
      { within: 45_000 },
    );
    expect(await counsellor.claim(chat)).toBeNull();
    visitor.write('Ik ben er nog.');
    await until('the word arrives', () => counsellor.texts(chat).includes('Ik ben er nog.'));
  });
});
