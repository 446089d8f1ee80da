// @vitest-environment happy-dom
import { ok, err } from '@haven/shared/result';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import type { Ask } from '../transport/desk-actions';
import { useAsked } from './use-asked';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const Periods = () => {
  const { value, look } = useAsked('reports:grid', {});
  return (
    <button type="button" onClick={look}>
      {value === null ? 'opening' : value.periods.join()}
    </button>
  );
};

/** A server that answers what is in the way, until nothing is. */
const serverOf = (periods: string[]) => {
  const state = { fault: null as ErrorCode | null, asked: 0 };
  const ask = () => {
    state.asked += 1;
    return Promise.resolve(state.fault === null ? ok({ periods }) : err(state.fault));
  };
  return { state, actions: { ask: ask as unknown as Ask } };
};
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

it('is asked when there is a connection, and anew after every lost one', async () => {
  const { state, actions } = serverOf(['2026-11']);
  const { stores, text, leave } = show(<Periods />, actions);
  await pass(0);
  expect([state.asked, text()]).toEqual([0, 'opening']);
  act(() => stores.desk.connection('up'));
  await pass(0);
  expect([state.asked, text()]).toEqual([1, '2026-11']);
  act(() => stores.desk.connection('down'));
  act(() => stores.desk.connection('up'));
  await pass(0);
  expect(state.asked).toBe(2);
  leave();
});

it('is asked again where the refusal may pass, and says so once, until it is answered', async () => {
  const { state, actions } = serverOf(['2026-11']);
  state.fault = 'unavailable';
  const { stores, text, leave } = show(<Periods />, actions);
  act(() => stores.desk.connection('up'));
  await pass(seconds(10));
  expect(state.asked).toBeGreaterThan(2);
  expect(stores.notices.store.getState().notices.length).toBe(1);
  state.fault = null;
  await pass(seconds(3));
  expect(text()).toBe('2026-11');
  expect(stores.notices.store.getState().notices).toEqual([]);
  const { asked } = state;
  await pass(seconds(10));
  expect(state.asked).toBe(asked);
  leave();
});

it('is not asked again where it would be refused again, nor by a page that was left', async () => {
  const { state, actions } = serverOf([]);
  state.fault = 'not-permitted';
  const { stores, leave } = show(<Periods />, actions);
  act(() => stores.desk.connection('up'));
  await pass(seconds(10));
  expect(state.asked).toBe(1);
  leave();
  const other = serverOf([]);
  other.state.fault = 'unavailable';
  const left = show(<Periods />, other.actions);
  act(() => left.stores.desk.connection('up'));
  await pass(0);
  left.leave();
  await pass(seconds(10));
  expect(other.state.asked).toBe(1);
});
