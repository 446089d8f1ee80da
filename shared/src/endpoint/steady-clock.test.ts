import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { SteadyClock } from './steady-clock';
import { opening } from './testing/opening';

const sodium = await loadSodium();

test('however the device’s clock jumps, waiting never goes backwards and keeps the pace of what passes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 })), (steps) => {
      let wall = 1_000_000;
      const clock = new SteadyClock(() => wall);
      for (const step of steps) {
        const before = clock.now();
        wall += step;
        expect(clock.now()).toBe(before + Math.max(0, step));
        expect(clock.wallOf(clock.now())).toBe(wall);
      }
    }),
  );
});

test('Noor’s clock is put back an hour in the middle of a chat: acknowledgements still come at once', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'clock put back');
  await talk('Hallo');
  noor.clockIsOff(-3_600_000);
  sanne.say('Dag');
  await world.pass(1_000);
  expect(sanne.items.at(-1)?.delivery).toBe('received');
  world.mischief.push({ kind: 'drop' });
  noor.say('Hoor je mij?');
  await world.pass(8_000);
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Hoor je mij?']);
});
