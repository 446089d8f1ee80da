import type { RegionId } from '@haven/shared/ids';
import type { Pattern, Rotation, RosterPlan, Team } from '@haven/shared/protocol/roster-plan';
import { DEMONSTRATION, DEMONSTRATION_STAFF } from './demonstration';

const { regions, desks, generalDesk } = DEMONSTRATION;
const WORKING_DAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];
const EVERY_DAY = [...WORKING_DAYS, ...WEEKEND];
const DAY = ['07:00', '15:00'] as const;
const EVENING = ['15:00', '23:00'] as const;
const NIGHT = ['23:00', '07:00'] as const;

/** Each desk's counsellors are a team. */
const TEAMS: readonly Team[] = desks.map(({ id, name, regions: [region] }) => ({
  id,
  name: id === generalDesk ? 'Algemeen team' : `Team ${name.nl.replace('Bureau ', '')}`,
  region: region ?? null,
  members: DEMONSTRATION_STAFF.filter(
    ({ role, desks: own }) => role === 'counsellor' && own.includes(id),
  ).map(({ staffId }) => staffId),
}));

const ROTATION: Rotation = {
  id: 'nachten-en-weekenden',
  name: 'Nachten en weekenden',
  teams: regions.map(({ id }) => id),
  anchor: '2026-01-05',
};

type Hours = readonly [from: string, until: string];

const recurring = (
  id: string,
  name: string,
  weekdays: readonly number[],
  [from, until]: Hours,
  by: Pattern['by'],
  more: Partial<Pattern> = {},
): Pattern => ({
  id,
  name,
  weekdays: [...weekdays],
  from,
  until,
  regions: null,
  general: true,
  by,
  people: 1,
  kind: 'duty',
  exception: null,
  ...more,
});

const team = (id: string) => ({ kind: 'team', team: id }) as const;
const rotating = { kind: 'rotation', rotation: ROTATION.id } as const;

const ofRegion = ({ id, name }: { readonly id: RegionId; readonly name: string }): readonly Pattern[] => {
  const own = { regions: [id], general: false };
  return [
    recurring(`${id}-dag`, `${name}, dag`, WORKING_DAYS, DAY, team(id), own),
    recurring(`${id}-avond`, `${name}, avond`, WORKING_DAYS, EVENING, team(id), own),
  ];
};

/**
 * By day and evening every region by its own team and the general desk by the general one; at night and in weekends
 * one team for all, another every week; at night the general team on standby.
 */
export const DEMONSTRATION_PLAN: RosterPlan = {
  timeZone: DEMONSTRATION.timeZone,
  regions: regions.map(({ id }) => id),
  teams: [...TEAMS],
  rotations: [ROTATION],
  patterns: [
    ...regions.flatMap(ofRegion),
    recurring('algemeen-dag', 'Algemeen, dag', WORKING_DAYS, DAY, team(generalDesk), { regions: [] }),
    recurring('algemeen-avond', 'Algemeen, avond', WORKING_DAYS, EVENING, team(generalDesk), { regions: [] }),
    recurring('nacht', 'Nacht, alle regio’s', EVERY_DAY, NIGHT, rotating),
    recurring('weekend-dag', 'Weekend, dag', WEEKEND, DAY, rotating, { people: 2 }),
    recurring('weekend-avond', 'Weekend, avond', WEEKEND, EVENING, rotating, { people: 2 }),
    recurring('achterwacht', 'Achterwacht, nacht', EVERY_DAY, NIGHT, team(generalDesk), { kind: 'standby' }),
  ],
  exceptions: [],
};
