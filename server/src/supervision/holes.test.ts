import { hours, minutes } from '@haven/shared/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHole } from '../desk/on-duty';
import type { DeskPlan } from '../desk/plan';
import { NINE_O_CLOCK } from '../desk/testing/duty-desk';
import { deskNamed, PLAN, published, regionNamed, shiftOn } from '../desk/testing/names';
import { deskHoles } from './holes';
import { holesAhead, outlookOf } from './outlook';

const at = (hour: number) => NINE_O_CLOCK + hours(hour);
const AMSTERDAM = deskNamed('amsterdam');
const ONE_DESK = {
  ...PLAN,
  desks: PLAN.desks.filter(({ id }) => id === AMSTERDAM),
  generalDesk: deskNamed('general'),
};
const plan = (shifts: readonly ReturnType<typeof shiftOn>[], more: Partial<DeskPlan> = {}): DeskPlan => ({
  ...ONE_DESK,
  roster: published(...shifts),
  ...more,
});
const day = [{ from: '10:00', until: '18:20' }];

describe('Holes of a desk', () => {
  it('are the times in which nobody is on duty for any of its regions; a standby does not fill one', () => {
    const shifts = [
      shiftOn('Noor', at(-2), at(4)),
      shiftOn('Bram', at(6), at(9)),
      shiftOn('Saar', at(3), at(7), { kind: 'standby' }),
      shiftOn('Hedy', at(4), at(6), { regions: [regionNamed('haarlem')] }),
    ];
    expect(deskHoles(plan(shifts), at(0), at(12))).toEqual([
      { desk: AMSTERDAM, from: at(4), until: at(6) },
      { desk: AMSTERDAM, from: at(9), until: at(12) },
    ]);
  });

  it('are none while the desk is closed: who takes nobody needs nobody', () => {
    const closed = {
      hours: { [AMSTERDAM]: { week: Array.from({ length: 7 }, () => day), days: [], message: null } },
    };
    // Nine o'clock of the story is ten by the organisation's clock.
    const holes = deskHoles(plan([shiftOn('Noor', at(2), at(3))], closed as never), at(0), at(25));
    expect(
      holes.map(({ from, until }) => [(from - at(0)) / minutes(1), (until - at(0)) / minutes(1)]),
    ).toEqual([
      [0, 120],
      [180, 500],
      [1440, 1500],
    ]);
  });

  it('are there exactly where the desk sends its chats to the general desk', () => {
    const shift = fc.record({
      from: fc.integer({ min: -30, max: 80 }),
      length: fc.integer({ min: 1, max: 14 }),
    });
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 12 }), fc.integer({ min: 0, max: 700 }), (shifts, tenth) => {
        const given = plan(
          shifts.map(({ from, length }, index) => shiftOn(`noor-${index}`, at(from), at(from + length))),
        );
        const moment = at(tenth / 10);
        const inHole = deskHoles(given, at(-1), at(72)).some(
          ({ from, until }) => from <= moment && moment < until,
        );
        expect(inHole).toBe(isHole(given, AMSTERDAM, moment));
      }),
    );
  });

  it('keep where they began while they are open, and read the same within an hour', () => {
    const given = plan([shiftOn('Noor', at(-5), at(-1)), shiftOn('Bram', at(3), at(90))]);
    const hole = { desk: AMSTERDAM, from: at(-1), until: at(3) };
    expect(holesAhead(given, at(0))).toEqual([hole]);
    expect(holesAhead(given, at(2.9))).toEqual([hole]);
    expect(holesAhead(given, at(3))).toEqual([]);
    expect(outlookOf(given, at(0.9))).toBe(outlookOf(given, at(0.9) + 1));
    expect(outlookOf(PLAN, at(0))).toEqual({ ahead: [], holes: [] });
  });
});
