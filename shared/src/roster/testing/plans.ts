import type { RegionId, StaffId } from '../../ids';
import type { Pattern, RosterPlan } from '../../protocol/roster-plan';

export const ZONE = 'Europe/Amsterdam';
export const AMSTERDAM = 'amsterdam' as RegionId;
export const ALMERE = 'almere' as RegionId;
const people = (...names: readonly string[]) => names as readonly string[] as StaffId[];

export const pattern = (id: string, from: string, until: string, more: Partial<Pattern> = {}): Pattern => ({
  id,
  name: id,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from,
  until,
  regions: null,
  general: true,
  by: { kind: 'rotation', rotation: 'nights' },
  people: 1,
  kind: 'duty',
  exception: null,
  ...more,
});

/** Two regions whose teams of five take turns with everything, week by week. */
export const planOf = (...patterns: readonly Pattern[]): RosterPlan => ({
  timeZone: ZONE,
  regions: [AMSTERDAM, ALMERE],
  teams: [
    {
      id: 'amsterdam',
      name: 'Team Amsterdam',
      region: AMSTERDAM,
      members: people('noor', 'thomas', 'esra', 'jasper', 'mina'),
    },
    {
      id: 'almere',
      name: 'Team Almere',
      region: ALMERE,
      members: people('karim', 'anouk', 'dewi', 'tess', 'omar'),
    },
  ],
  rotations: [{ id: 'nights', name: 'Nights', teams: ['amsterdam', 'almere'], anchor: '2026-01-07' }],
  patterns: [...patterns],
  exceptions: [],
});

export const DAY = pattern('day', '07:00', '15:00');
export const EVENING = pattern('evening', '15:00', '23:00');
export const NIGHT = pattern('night', '23:00', '07:00');
