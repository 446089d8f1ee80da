import { expect, it } from 'vitest';
import { createNoticesStore } from './notices-store';

it('What is said again stands there once, below what was said since', () => {
  const notices = createNoticesStore();
  const shown = () =>
    notices.store.getState().notices.map(({ key, values, times }) => [key, values['n'] ?? '', times]);
  notices.say('problem', 'error.unreachable');
  notices.say('quiet', 'passkey.added');
  notices.say('quiet', 'passkey.added', { n: 2 });
  notices.say('problem', 'error.unreachable');
  expect(shown()).toEqual([
    ['passkey.added', '', 1],
    ['passkey.added', 2, 1],
    ['error.unreachable', '', 2],
  ]);
});

it('What may pass by itself is taken away once it has', () => {
  const notices = createNoticesStore();
  const past = notices.hold('error.unreachable');
  notices.say('quiet', 'passkey.added');
  past();
  past();
  expect(notices.store.getState().notices.map(({ key }) => key)).toEqual(['passkey.added']);
});
