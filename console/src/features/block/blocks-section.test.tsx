// @vitest-environment happy-dom
import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { BlocksSection } from './blocks-section';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

it('does not say that nothing is blocked before the server has said so', async () => {
  let isAway = true;
  const ask = () => Promise.resolve(isAway ? err('unavailable') : ok({ blocks: [] }));
  const { text, leave } = show(<BlocksSection />, { ask: ask as unknown as Ask });
  await pass(seconds(10));
  expect(text()).toContain('Wordt geopend …');
  isAway = false;
  await pass(seconds(5));
  expect(text()).not.toContain('Wordt geopend …');
  leave();
});
