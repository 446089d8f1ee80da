// @vitest-environment happy-dom
import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { useAnswer } from './use-answer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

const Feeds = () => {
  const { value, failed } = useAnswer('roster:feeds', {});
  return <p>{failed ? 'failed' : value === null ? 'opening' : `${value.feeds.length} feeds`}</p>;
};

it('says that the roster cannot be read, shows it by itself once it can, and keeps it while it cannot again', async () => {
  let isAway = true;
  const ask = () => Promise.resolve(isAway ? err('unavailable') : ok({ feeds: [] }));
  const { stores, text, leave } = show(<Feeds />, { ask: ask as unknown as Ask });
  await pass(0);
  expect(text()).toBe('failed');
  isAway = false;
  await pass(seconds(3));
  expect(text()).toBe('0 feeds');
  isAway = true;
  act(() => stores.desk.connection('up'));
  await pass(seconds(10));
  expect(text()).toBe('0 feeds');
  leave();
});
