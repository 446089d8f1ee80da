// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { show } from '../../testing/show';
import { later } from './later';

it('opens a page when it has been loaded, and has it from then on', async () => {
  let asked = 0;
  const Roster = later(() => {
    asked += 1;
    return Promise.resolve(() => <p>Rooster</p>);
  });
  const first = show(<Roster />);
  expect(first.text()).toBe('Wordt geopend …');
  await act(async () => {});
  expect(first.text()).toBe('Rooster');
  first.leave();
  const again = show(<Roster />);
  expect(again.text()).toBe('Rooster');
  expect(asked).toBe(1);
  again.leave();
});

it('says that a page cannot be loaded, and offers to load the console anew as soon as there is a connection', async () => {
  const Roster = later(() => Promise.reject(new Error('No connection.')));
  const { text, place, stores, leave } = show(<Roster />);
  await act(async () => {});
  expect(text()).toContain('Deze pagina kon niet geladen worden');
  act(() => stores.desk.connection('down'));
  expect(place.querySelector('button')?.disabled).toBe(true);
  act(() => stores.desk.connection('up'));
  expect(place.querySelector('button')?.disabled).toBe(false);
  leave();
});
