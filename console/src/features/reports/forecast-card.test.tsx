// @vitest-environment happy-dom
import { deskId } from '@haven/shared/ids';
import type { Area } from '@haven/shared/protocol/reports';
import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { act, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { ForecastCard } from './forecast-card';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));

const HAARLEM: Area = { kind: 'desk', desk: deskId.parse('haarlem') };

const Chooser = () => {
  const [area, choose] = useState<Area>({ kind: 'organisation' });
  return (
    <>
      <button type="button" id="haarlem" onClick={() => choose(HAARLEM)}>
        Haarlem
      </button>
      <ForecastCard area={area} />
    </>
  );
};

it('shows no hours of the desk before under the name of another', async () => {
  let isAway = false;
  const days = Array.from({ length: 7 }, () =>
    Array.from({ length: 24 }, () => ({ chats: 1, counsellors: 1 })),
  );
  const ask = () =>
    Promise.resolve(isAway ? err('unavailable') : ok({ weeks: 8, minutes: 40, patience: 5, days }));
  const { stores, place, leave } = show(<Chooser />, { ask: ask as unknown as Ask });
  act(() => stores.desk.connection('up'));
  await pass(0);
  expect(place.querySelector('table')).not.toBeNull();
  isAway = true;
  act(() => place.querySelector<HTMLButtonElement>('#haarlem')?.click());
  await pass(seconds(10));
  expect(place.querySelector('table')).toBeNull();
  isAway = false;
  await pass(seconds(3));
  expect(place.querySelector('table')).not.toBeNull();
  leave();
});
