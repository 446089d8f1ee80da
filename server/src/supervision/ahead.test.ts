import { hours } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NINE_O_CLOCK } from '../desk/testing/duty-desk';
import { deskNamed, PLAN, regionNamed, staffOf } from '../desk/testing/names';
import { ahead } from './ahead';

const shift = (name: string, from: number, until: number, general = false) => ({
  id: `${name}-${from}`,
  staffId: staffOf(name),
  from: NINE_O_CLOCK + hours(from),
  until: NINE_O_CLOCK + hours(until),
  regions: [regionNamed('amsterdam')],
  general,
  kind: 'duty' as const,
});
const shifts = [shift('noor', -2, 4), shift('bram', 0, 4, true), shift('carla', 6, 30)];
const plan = { ...PLAN, roster: { version: 1, timeZone: 'Europe/Amsterdam', shifts } };
const at = (hour: number) => NINE_O_CLOCK + hours(hour);
const of = (place: string) =>
  ahead(plan, NINE_O_CLOCK, hours(12)).find(({ desk }) => desk === deskNamed(place))?.stretches;

describe('The hours ahead', () => {
  it('say how many are on duty for a desk, and when nobody is', () => {
    expect(of('amsterdam')).toEqual([
      { from: at(0), until: at(4), people: 2 },
      { from: at(4), until: at(6), people: 0 },
      { from: at(6), until: at(12), people: 1 },
    ]);
    expect(of('general')).toEqual([
      { from: at(0), until: at(4), people: 1 },
      { from: at(4), until: at(12), people: 0 },
    ]);
    expect(of('haarlem')).toEqual([{ from: at(0), until: at(12), people: 0 }]);
  });

  it('say nothing where no roster has been published', () => {
    expect(ahead(PLAN, NINE_O_CLOCK, hours(12))).toEqual([]);
  });
});
