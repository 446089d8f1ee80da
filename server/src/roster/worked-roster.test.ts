import type { StaffId } from '@haven/shared/ids';
import type { Roster, Shift } from '@haven/shared/roster/roster';
import { onDuty } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { expect, test } from 'vitest';
import type { DirectorySnapshot } from '../organisation/directory';
import { createWorkedRoster } from './worked-roster';

const NINE = Date.UTC(2026, 10, 30, 8);
const shift = (staffId: string): Shift => ({
  id: staffId,
  staffId: staffId as StaffId,
  from: NINE,
  until: NINE + hours(8),
  regions: [],
  general: true,
  kind: 'duty',
});
const published: Roster = {
  version: 1,
  timeZone: 'Europe/Amsterdam',
  shifts: [shift('levi'), shift('noor')],
};

const working = (roles: Readonly<Record<string, 'counsellor' | 'administrator'>>): DirectorySnapshot =>
  ({
    staff: new Map(Object.entries(roles).map(([staffId, role]) => [staffId, { staffId, role }])),
  }) as unknown as DirectorySnapshot;

test('Nobody is on duty who has left or takes no chats any more, until she does again', () => {
  let present = working({ levi: 'counsellor', noor: 'counsellor' });
  const roster = createWorkedRoster({ roster: () => published, directory: { current: () => present } });
  const onDutyNow = () => onDuty(roster() ?? published, null, NINE);
  expect(roster()).toBe(published);
  present = working({ noor: 'counsellor' });
  expect(onDutyNow()).toEqual(['noor']);
  // Much is remembered by it.
  expect(roster()).toBe(roster());
  present = working({ levi: 'counsellor', noor: 'administrator' });
  expect(onDutyNow()).toEqual(['levi']);
  present = working({ levi: 'counsellor', noor: 'counsellor' });
  expect(roster()).toBe(published);
});
