// @vitest-environment happy-dom
import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { AuditPage } from './audit-page';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

it('does not show an empty log while the records cannot be reached, and shows it by itself once they can', async () => {
  let isAway = true;
  const log = { entries: [], more: false, head: null, people: [] };
  const ask = (event: string) =>
    Promise.resolve(event === 'audit:list' && !isAway ? ok(log) : err('unavailable'));
  const { stores, text, leave } = show(<AuditPage />, { ask: ask as unknown as Ask });
  act(() => stores.desk.connection('up'));
  await pass(seconds(10));
  expect(text()).toContain('Wordt geopend …');
  isAway = false;
  await pass(seconds(3));
  expect(text()).not.toContain('Wordt geopend …');
  expect(text()).toContain('Er is niets dat hieraan voldoet.');
  leave();
});

it('says in words whose device was withdrawn and why, and leaves what somebody wrote as it is', async () => {
  const entry = { at: 0, by: null, about: 'sanne' };
  const entries = [
    { ...entry, number: 2, act: 'certificates-withdrawn', reason: 'lost' },
    { ...entry, number: 1, act: 'intake-paused', reason: 'lost' },
  ];
  const log = { entries, more: false, head: null, people: [] };
  const ask = (event: string) => Promise.resolve(event === 'audit:list' ? ok(log) : err('unavailable'));
  const { stores, place, leave } = show(<AuditPage />, { ask: ask as unknown as Ask });
  act(() => stores.desk.connection('up'));
  await pass(0);
  const reasons = [...place.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent);
  expect(reasons).toEqual(['kwijt of gestolen', 'lost']);
  leave();
});
