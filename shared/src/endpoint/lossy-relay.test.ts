import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { opening } from './testing/opening';
import type { Mischief } from './testing/world';

const sodium = await loadSodium();

test('a frame that the relay lost is sent again, bit for bit, on the same link', async () => {
  const { world, noor, sanne } = await opening(sodium, 'lost frame');
  const { epoch } = world.desk;
  world.mischief.push({ kind: 'drop' });
  noor.say('Hoor je mij?');
  await world.pass(1_000);
  const lost = world.carried.at(-1);
  expect(sanne.texts()).toEqual([]);
  expect(noor.items[0]?.delivery).toBe('sent');
  await world.pass(7_000);
  expect(sanne.texts()).toEqual(['Hoor je mij?']);
  expect(noor.items[0]?.delivery).toBe('received');
  expect(world.carried.filter((frame) => frame === lost)).toHaveLength(2);
  expect(world.desk.epoch).toBe(epoch);
});

test('a lost acknowledgement is made good when the message comes a second time', async () => {
  const { world, noor, sanne } = await opening(sodium, 'lost acknowledgement');
  world.mischief.push(null, { kind: 'drop' });
  noor.say('Hoor je mij?');
  await world.pass(2_000);
  expect(sanne.texts()).toEqual(['Hoor je mij?']);
  expect(noor.items[0]?.delivery).toBe('sent');
  // The relay has the message, so only forgetting it makes the second one travel.
  world.ring.forgetFrames();
  await world.pass(8_000);
  expect(noor.items[0]?.delivery).toBe('received');
});

test('frames that overtake each other are read in order', async () => {
  const { world, noor, sanne } = await opening(sodium, 'overtaking');
  world.mischief.push({ kind: 'late', by: 900 }, { kind: 'late', by: 300 }, { kind: 'late', by: 600 }, null);
  for (const text of ['een', 'twee', 'drie', 'vier']) noor.say(text);
  await world.pass(800);
  expect(sanne.texts()).toEqual([]);
  await world.pass(400);
  expect(sanne.texts()).toEqual(['een', 'twee', 'drie', 'vier']);
});

test('two hundred words without an answer go through the window, none lost', async () => {
  const { world, noor, sanne } = await opening(sodium, 'window');
  const words = Array.from({ length: 200 }, (_, index) => `woord ${index}`);
  for (const word of words) noor.say(word);
  await world.pass(60_000);
  expect(sanne.texts()).toEqual(words);
  expect(noor.items.every(({ delivery }) => delivery === 'received')).toBe(true);
});

test('the live state loses its memory: a new link is made and what was on its way arrives', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'memory lost');
  await talk('Hallo', 'Dag');
  world.ring.forget();
  noor.say('Ben je er nog?');
  sanne.say('Ik denk even na');
  await world.pass(10_000);
  expect(noor.texts()).toEqual(sanne.texts());
  expect(new Set(noor.texts())).toEqual(new Set(['Hallo', 'Dag', 'Ben je er nog?', 'Ik denk even na']));
  expect(noor.state?.link).toMatchObject({ state: 'secure', fault: null });
});

test('silence costs nothing: an acknowledgement asks for no acknowledgement', async () => {
  const { world, talk } = await opening(sodium, 'quiet');
  await talk('Hallo');
  await world.pass(2_000);
  const { length } = world.carried;
  await world.pass(5 * 60_000);
  expect(world.carried).toHaveLength(length);
});

test('typing marks come and go, and are forgotten when the other end falls silent', async () => {
  const { world, noor, sanne } = await opening(sodium, 'typing');
  const typing = (on: boolean) => sanne.tell({ type: 'typing', chat: world.desk.id, on });
  typing(true);
  await world.pass(300);
  expect(noor.state?.counsellorTyping).toBe(true);
  typing(false);
  await world.pass(300);
  expect(noor.state?.counsellorTyping).toBe(false);
  typing(true);
  await world.pass(20_000);
  expect(noor.state?.counsellorTyping).toBe(false);
  typing(true);
  await world.pass(300);
  sanne.say('Zo');
  await world.pass(300);
  expect(noor.state?.counsellorTyping).toBe(false);
});

test.each<Mischief['kind']>(['drop', 'twice', 'late', 'tamper'])(
  'a relay that plays "%s" on every third frame delays, and nothing else',
  async (kind) => {
    const { world, noor, sanne } = await opening(sodium, `third frame ${kind}`);
    const change = (frame: string): string => `${frame.slice(0, -4)}AAAA`;
    const said: string[] = [];
    for (let round = 0; round < 12; round++) {
      world.mischief.push(null, null, { kind, by: 1_500, change });
      said.push(`vraag ${round}`, `antwoord ${round}`);
      noor.say(`vraag ${round}`);
      await world.pass(200);
      sanne.say(`antwoord ${round}`);
      await world.pass(3_000);
    }
    world.mischief.length = 0;
    await world.pass(5 * 60_000);
    noor.tell({ type: 'link-again' });
    await world.pass(60_000);
    expect(noor.texts().toSorted()).toEqual(said.toSorted());
    expect(sanne.texts()).toEqual(noor.texts());
  },
);
