import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import { hours } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NINE_O_CLOCK } from '../desk/testing/duty-desk';
import { deskNamed, PLAN, published, shiftOn } from '../desk/testing/names';
import { isCaught, isTold, nearHoles } from './watch-holes';

const at = (hour: number) => NINE_O_CLOCK + hours(hour);
const AMSTERDAM = deskNamed('amsterdam');
const plan = {
  ...PLAN,
  desks: PLAN.desks.filter(({ id }) => id === AMSTERDAM),
  roster: published(shiftOn('Noor', at(-1), at(5)), shiftOn('Bram', at(9), at(100))),
};
const hole = { desk: AMSTERDAM, from: at(5), until: at(9) };

describe('Holes that come near', () => {
  it('are told of so many hours before as the desk’s supervisors want, or never', () => {
    const wanting = (holeHours: number | null) => () => ({ ...USUAL_THRESHOLDS, holeHours });
    expect(nearHoles(plan, wanting(12), at(0))).toEqual([{ ...hole, tellAt: at(-7) }]);
    expect(nearHoles(plan, wanting(2), at(0))).toEqual([{ ...hole, tellAt: at(3) }]);
    expect(nearHoles(plan, wanting(null), at(0))).toEqual([]);
  });

  it('are no news when they are what was left of one; one that begins earlier is', () => {
    expect(isTold([hole], hole)).toBe(true);
    expect(isTold([hole], { ...hole, from: at(7) })).toBe(true);
    expect(isTold([hole], { ...hole, until: at(12) })).toBe(true);
    expect(isTold([hole], { ...hole, from: at(4) })).toBe(false);
    expect(isTold([hole], { ...hole, from: at(30), until: at(31) })).toBe(false);
    expect(isTold([{ ...hole, desk: deskNamed('haarlem') }], hole)).toBe(false);
  });

  it('are caught where the general desk has somebody all that time', () => {
    const general = deskNamed('general');
    expect(isCaught([hole], hole, general)).toBe(true);
    expect(isCaught([hole, { desk: general, from: at(9), until: at(20) }], hole, general)).toBe(true);
    expect(isCaught([hole, { desk: general, from: at(8), until: at(20) }], hole, general)).toBe(false);
    expect(isCaught([{ ...hole, desk: general }], hole, general)).toBe(false);
  });
});
