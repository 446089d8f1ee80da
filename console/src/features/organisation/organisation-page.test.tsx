// @vitest-environment happy-dom
import { deskId } from '@haven/shared/ids';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { OrganisationPage } from './organisation-page';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

const known = (name: string) => ({
  description: {
    version: 1,
    name,
    telephones: [{ name: { nl: 'Alarm', en: 'Emergency' }, number: '112', hours: { nl: 'a', en: 'a' } }],
    openingTimes: { nl: 'Elke dag', en: 'Every day' },
    exitUrl: 'https://www.example.org/weather',
    regions: [],
    desks: [{ id: deskId.parse('general'), name: { nl: 'Algemeen', en: 'General' }, regions: [] }],
    generalDesk: deskId.parse('general'),
    retired: NOTHING_RETIRED,
  },
  exitUrlOfServer: null,
});

it('takes nothing in while it is being saved, for what is saved takes the place of what was written', async () => {
  let answer = (): void => undefined;
  const saving = new Promise((resolve) => {
    answer = () => resolve(ok(known('Haven Noord')));
  });
  const ask = (event: string) =>
    event === 'organisation:change' ? saving : Promise.resolve(ok(known('Haven')));
  const { stores, place, leave } = show(<OrganisationPage />, { ask: ask as unknown as Ask });
  act(() => stores.desk.connection('up'));
  await pass(0);
  act(() => stores.organisation.write((draft) => ({ ...draft, name: 'Haven Noord' })));
  const takesIn = () =>
    [...place.querySelectorAll('input')].every((field) => field.closest('[inert]') === null);
  expect(takesIn()).toBe(true);
  const save = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Opslaan');
  act(() => save?.click());
  expect(takesIn()).toBe(false);
  answer();
  await pass(0);
  expect(takesIn()).toBe(true);
  expect(stores.organisation.isWriting()).toBe(false);
  expect(place.querySelector<HTMLInputElement>('#organisation-name')?.value).toBe('Haven Noord');
  leave();
});

it('is asked for until the records can be reached', async () => {
  let isAway = true;
  const ask = () => Promise.resolve(isAway ? err('unavailable') : ok(known('Haven')));
  const { stores, place, leave } = show(<OrganisationPage />, { ask: ask as unknown as Ask });
  act(() => stores.desk.connection('up'));
  await pass(seconds(10));
  expect(place.querySelector('h2')).toBeNull();
  expect(place.querySelector('main')?.textContent).toContain('Wordt geopend');
  isAway = false;
  await pass(seconds(3));
  expect(place.querySelector('h2')).not.toBeNull();
  leave();
});
