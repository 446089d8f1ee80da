import {
  type ChatId,
  type DeskId,
  type RegionId,
  type SeatId,
  type StaffId,
  chatId,
  deskId,
  regionId,
  seatId,
  staffId,
} from '@haven/shared/ids';
import { byStart, type Roster, type Shift } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import type { DeskPlan } from '../plan';

/** Sixteen bytes that a person can still read, as they travel. */
const sixteen = (name: string) => Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('base64url');

export const chatOf = (visitor: string): ChatId => chatId.parse(sixteen(visitor));
export const seatOf = (tab: string): SeatId => seatId.parse(sixteen(tab));
export const staffOf = (name: string): StaffId => staffId.parse(name.toLowerCase());
export const deskNamed = (name: string): DeskId => deskId.parse(name);
export const regionNamed = (name: string): RegionId => regionId.parse(name);

const REGIONS = ['alkmaar', 'almere', 'amsterdam', 'haarlem', 'hilversum', 'zaanstad'] as const;
export type Place = (typeof REGIONS)[number];

/** For stories that are not about the form. */
export const NO_TIME: WrapUpForm = { kind: 'skipped', reason: 'no-time' };

/** Six regions with a desk each, and the general desk. */
export const PLAN: DeskPlan = {
  desks: [
    ...REGIONS.map((name) => ({
      id: deskNamed(name),
      name: { nl: name, en: name },
      regions: [regionNamed(name)],
    })),
    { id: deskNamed('general'), name: { nl: 'Algemeen', en: 'General' }, regions: [] },
  ],
  generalDesk: deskNamed('general'),
  roster: null,
  overflow: {},
  hours: {},
  timeZone: 'Europe/Amsterdam',
};

/** A shift of hers for Amsterdam, unless the story says otherwise. */
export const shiftOn = (name: string, from: Instant, until: Instant, more: Partial<Shift> = {}): Shift => ({
  id: `${name} ${from}`,
  staffId: staffOf(name),
  from,
  until,
  regions: [regionNamed('amsterdam')],
  general: false,
  kind: 'duty',
  ...more,
});

export const published = (...shifts: readonly Shift[]): Roster => ({
  version: 1,
  timeZone: 'Europe/Amsterdam',
  shifts: shifts.toSorted(byStart),
});
