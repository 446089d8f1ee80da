import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { opening } from './testing/opening';

const sodium = await loadSodium();

test('after fifty messages the two ends shake hands afresh, and nobody notices', async () => {
  const { world, noor, sanne } = await opening(sodium, 'fifty messages');
  const { epoch } = world.desk;
  const said: string[] = [];
  const states = new Set<string | undefined>();
  for (let round = 0; round < 60; round++) {
    const text = `${round}`;
    said.push(text);
    (round % 2 === 0 ? noor : sanne).say(text);
    await world.pass(100);
    states.add(noor.state?.link?.state).add(sanne.state?.link?.state);
  }
  await world.pass(1_000);
  expect(world.desk.epoch).toBe(epoch + 1);
  expect(states).toEqual(new Set(['secure']));
  expect(sanne.texts()).toEqual(said);
  expect(noor.texts()).toEqual(said);
});

test('after half an hour too, while both are typing', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'half an hour');
  const { epoch } = world.desk;
  await talk('Hallo', 'Dag');
  await world.pass(30 * 60_000 - 3_000);
  for (let round = 0; round < 20; round++) {
    noor.say(`n ${round}`);
    sanne.say(`s ${round}`);
    await world.pass(100);
  }
  await world.pass(2_000);
  expect(world.desk.epoch).toBe(epoch + 1);
  expect(noor.texts()).toHaveLength(42);
  expect(sanne.texts()).toEqual(noor.texts());
});

test('a fresh handshake that the relay withholds leaves the link as it is, and is tried with patience', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'withheld');
  await talk('Hallo', 'Dag');
  world.withhold = (frame) => world.typeOf(frame) === 'offer';
  await world.pass(30 * 60_000);
  const { epoch } = world.desk;
  await talk('Nog steeds?', 'Nog steeds');
  await world.pass(10 * 60_000);
  expect(noor.state?.link).toMatchObject({ state: 'secure', fault: null });
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Nog steeds?', 'Nog steeds']);
  expect(world.desk.epoch - epoch).toBeLessThan(12);
  world.withhold = () => false;
  await world.pass(5 * 60_000);
  await talk('En nu?');
  expect(sanne.texts().at(-1)).toBe('En nu?');
});
