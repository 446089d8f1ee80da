import { VirtualClock } from '@haven/shared/transport/testing/virtual-clock';
import { seconds } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { follow } from './follow';

/** What the records hold, which a test writes, and reads that fail while they cannot be reached. */
const following = (first: string) => {
  const clock = new VirtualClock();
  const faults: unknown[] = [];
  const held: { value: string | null; isReachable: boolean } = { value: first, isReachable: true };
  let announce = (): void => undefined;
  const open = () =>
    follow({
      records: {
        onChange: (_, callback) => {
          announce = callback;
          return () => undefined;
        },
      },
      topic: 'organisation',
      first,
      read: () =>
        held.isReachable ? Promise.resolve(held.value) : Promise.reject(new Error('no connection')),
      clock,
      onFault: (thrown) => faults.push(thrown),
    });
  return { clock, faults, held, open, announce: () => announce() };
};

test('what was changed between the first read and the following is known soon', async () => {
  const { held, open, clock } = following('before');
  held.value = 'meanwhile';
  const followed = open();
  expect(followed.current()).toBe('before');
  await clock.pass(0);
  expect(followed.current()).toBe('meanwhile');
});

test('whoever is called back reads the change already', async () => {
  const { held, open, clock, announce } = following('before');
  const followed = open();
  await clock.pass(0);
  const seen: string[] = [];
  followed.onChange(() => seen.push(followed.current()));
  held.value = 'after';
  announce();
  await clock.pass(0);
  expect(seen).toEqual(['after']);
});

test('while the records cannot be read, what was known holds, and they are tried every second', async () => {
  const { held, open, clock, faults, announce } = following('before');
  const followed = open();
  await clock.pass(0);
  held.isReachable = false;
  held.value = 'after';
  announce();
  await clock.pass(0);
  expect([followed.current(), faults.length]).toEqual(['before', 1]);
  await clock.pass(seconds(1));
  expect([followed.current(), faults.length]).toEqual(['before', 2]);
  held.isReachable = true;
  await clock.pass(seconds(1));
  expect([followed.current(), faults.length]).toEqual(['after', 2]);
});

test('what is not there any more stands as it was known', async () => {
  const { held, open, announce } = following('before');
  const followed = open();
  held.value = null;
  announce();
  await followed.look();
  expect(followed.current()).toBe('before');
});

test('whoever looks is answered when it is known', async () => {
  const { held, open } = following('before');
  const followed = open();
  held.value = 'after';
  await followed.look();
  expect(followed.current()).toBe('after');
});
