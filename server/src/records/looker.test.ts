import { VirtualClock } from '@haven/shared/transport/testing/virtual-clock';
import { minutes } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { createLooker } from './looker';

/** Looks that end when the test says so. */
const looking = () => {
  const clock = new VirtualClock();
  const ends: ((error?: Error) => void)[] = [];
  const faults: unknown[] = [];
  const looker = createLooker({
    lookOnce: () =>
      new Promise((resolve, reject) => {
        ends.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
    every: () => minutes(1),
    clock,
    onFault: (thrown) => faults.push(thrown),
  });
  const end = async (error?: Error) => {
    ends.at(-1)?.(error);
    await clock.pass(0);
  };
  return { ...looker, clock, end, faults, looks: () => ends.length };
};

test('whatever comes during a look is seen by one more, and then there is a look every minute', async () => {
  const { look, looks, end, clock } = looking();
  look();
  look();
  look();
  expect(looks()).toBe(1);
  await end();
  expect(looks()).toBe(2);
  await end();
  expect(looks()).toBe(2);
  await clock.pass(minutes(1));
  expect(looks()).toBe(3);
});

test('a look that fails is told, and the next one comes', async () => {
  const { look, looks, end, clock, faults } = looking();
  look();
  await end(new Error('no connection'));
  expect(faults).toHaveLength(1);
  await clock.pass(minutes(1));
  expect(looks()).toBe(2);
});

test('stopping waits for the look that is going on, and no other begins', async () => {
  const { look, looks, end, stop, clock } = looking();
  look();
  look();
  let isOver = false;
  const stopped = stop().then(() => (isOver = true));
  await clock.pass(0);
  expect(isOver).toBe(false);
  await end();
  await stopped;
  look();
  await clock.pass(minutes(5));
  expect(looks()).toBe(1);
});
