import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HouseOfTwo, openHouseOfTwo } from '../support/house';
import { until } from '../support/until';
import { converse, expectWhole } from './support/conversation';

let house: HouseOfTwo;
beforeAll(async () => {
  house = await openHouseOfTwo();
});
afterAll(() => house.stop());

/** How long a network is away: the fault itself, not a wait for something. */
const AWAY_MS = 2_500;

describe('a network is gone', () => {
  test('the visitor’s network is cut while both type: every line once, in order', async () => {
    const chat = await converse(house, 'sanne');
    await chat.while(async () => {
      chat.network.visitor.cut();
      await until('the visitor is told', () => !chat.visitor.connected());
      await until('the counsellor is told', () => visitorIsAway(chat));
      await pause(AWAY_MS);
      chat.network.visitor.resume();
    });
    await expectWhole(chat);
    await until('the counsellor sees the visitor again', () => !visitorIsAway(chat));
  });

  test('the counsellor’s network is cut while both type: every line once, in order', async () => {
    const chat = await converse(house, 'karim');
    await chat.while(async () => {
      chat.network.counsellor.cut();
      await until('the counsellor is told', () => !chat.counsellor.connected());
      await pause(AWAY_MS);
      chat.network.counsellor.resume();
    });
    await expectWhole(chat);
  });

  test('both networks are cut again and again: every line once, in order', async () => {
    const chat = await converse(house, 'noor');
    for (let time = 0; time < 4; time += 1) {
      await chat.while(async () => {
        chat.network.visitor.cut();
        chat.network.counsellor.cut();
        await until('both are cut off', () => !chat.visitor.connected() && !chat.counsellor.connected());
        chat.network.counsellor.resume();
        chat.network.visitor.resume();
      });
    }
    await expectWhole(chat);
  });

  test('a network swallows everything for a while without a word: every line once, in order', async () => {
    const chat = await converse(house, 'fatma');
    await chat.while(async () => {
      chat.network.visitor.stall();
      await pause(AWAY_MS);
      chat.network.visitor.resume();
    });
    await expectWhole(chat);
    expect(chat.visitor.refused()).toBeNull();
  });
});

function visitorIsAway({ visitor, counsellor }: Awaited<ReturnType<typeof converse>>): boolean {
  return counsellor.chat(visitor.view().chat)?.visitorLostSince !== null;
}
