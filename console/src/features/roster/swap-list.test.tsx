// @vitest-environment happy-dom
import type { RegionId, StaffId } from '@haven/shared/ids';
import { ok } from '@haven/shared/result';
import type { Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { act } from 'react';
import { expect, it } from 'vitest';
import { NIGHT } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import type { Ask } from '../../transport/desk-actions';
import { createTimes } from '../../ui/times';
import { ConflictList } from './conflict-list';
import { SwapList } from './swap-list';
import type { Names } from './use-roster';

const ZONE = 'Europe/Amsterdam';
const FATIMA = 'fatima' as StaffId;
const KARIM = 'karim' as StaffId;
const shift: Shift = {
  id: 'mine',
  staffId: KARIM,
  from: NIGHT + hours(1),
  until: NIGHT + hours(9),
  regions: ['amsterdam' as RegionId],
  general: false,
  kind: 'duty',
};
const swap = { id: 's', shift: 'mine', inReturn: null, from: KARIM, to: FATIMA, state: 'asked' };
const people = [FATIMA, KARIM].map((staffId) => ({ staffId, displayName: staffId, takesChats: true }));
const answers: Readonly<Record<string, unknown>> = {
  'roster:swaps': { swaps: [swap], shifts: [shift] },
  'roster:look': { people, published: [shift], draft: null, holes: [], version: 1 },
};

it('lets nobody say yes to a swap of a shift that has begun', async () => {
  const ask = ((event: string) => Promise.resolve(ok(answers[event]))) as unknown as Ask;
  const part = <SwapList timeZone={ZONE} time={createTimes('nl', ZONE)} />;
  const { place, pass, leave, stores } = show(part, { ask });
  act(() => stores.desk.connection('up'));
  await act(() => Promise.resolve());
  const buttons = () => [...place.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(buttons()).toEqual(['Aannemen', 'Afslaan']);
  pass(hours(1));
  expect(buttons()).toEqual(['Afslaan']);
  leave();
});

it('says which other shift a shift collides with, whichever of the two is the earlier one', () => {
  const time = createTimes('nl', ZONE);
  const names = { person: () => 'Karim' } as unknown as Names;
  const [early, late] = [shift, { from: NIGHT + hours(8), until: NIGHT + hours(16) }];
  const conflict = { kind: 'double-booking', staffId: KARIM, shift: 'late', time: late } as const;
  const conflicts = [{ ...conflict, with: 'mine', withTime: early }];
  for (const [own, other] of [
    ['mine', late],
    ['late', early],
  ] as const) {
    const { text, leave } = show(
      <ConflictList conflicts={conflicts} own={[own]} names={names} time={time} />,
    );
    expect(text()).toContain(`Karim heeft dan al een dienst (${time.span(other)})`);
    leave();
  }
});
