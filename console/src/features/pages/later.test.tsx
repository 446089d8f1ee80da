// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { show } from '../../testing/show';
import { later } from './later';

it('says that a page cannot be loaded, opens it at the next try, and has it from then on', async () => {
  let asked = 0;
  const Roster = later(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('No connection.')) : Promise.resolve(() => <p>Rooster</p>);
  });
  const first = show(<Roster />);
  expect(first.text()).toBe('Wordt geopend …');
  await act(async () => {});
  expect(first.text()).toContain('Deze pagina kon niet geopend worden.');
  await act(async () => first.place.querySelector('button')?.click());
  expect(first.text()).toBe('Rooster');
  first.leave();
  const again = show(<Roster />);
  expect(again.text()).toBe('Rooster');
  expect(asked).toBe(2);
  again.leave();
});
