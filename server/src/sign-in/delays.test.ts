import { minutes } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { createDelays } from './delays';

test('Attempts in Noor’s name become slower, nobody else’s do, and she herself still gets in', () => {
  let now = Date.UTC(2026, 10, 23, 9);
  const delays = createDelays(() => now);
  const waits = Array.from({ length: 12 }, () => {
    delays.failed('noor');
    return delays.before('noor');
  });
  expect(waits).toEqual([0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000, 4000]);
  expect(delays.before('karim')).toBe(0);
  delays.succeeded('noor');
  expect(delays.before('noor')).toBe(0);
  for (let times = 0; times < 5; times += 1) delays.failed('noor');
  now += minutes(15);
  expect(delays.before('noor')).toBe(0);
});

test('What is remembered of attempts has a bound', () => {
  const delays = createDelays(() => 0);
  for (let times = 0; times < 5; times += 1) delays.failed('first');
  for (let other = 0; other < 10_000; other += 1) delays.failed(`other ${other}`);
  expect(delays.before('first')).toBe(0);
});
