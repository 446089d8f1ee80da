import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Desk, Organisation } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import type { Comeback, Obstacle, Place } from '@haven/shared/protocol/retirement';
import { LIMITS } from '@haven/shared/protocol/limits';
import { DESCRIPTION, type OrganisationDescription } from '@haven/shared/protocol/organisation-description';
import type { Exception, Pattern, PlanDate } from '@haven/shared/protocol/roster-plan';
import type { Shift } from '@haven/shared/roster/roster';

export type ChatsThere = { readonly waiting: number; readonly going: number };

type DeskSight = Pick<Organisation, 'desks' | 'generalDesk'> & {
  readonly overflow: readonly { readonly desk: DeskId; readonly value: readonly OverflowStep[] | null }[];
  readonly chats: ChatsThere;
};

/** What stands in the way of a desk being retired. */
export function obstaclesOfDesk(
  id: DeskId,
  { desks, generalDesk, overflow, chats }: DeskSight,
): readonly Obstacle[] {
  const others = desks.filter((desk) => desk.id !== id);
  const elsewhere = new Set(others.flatMap(({ regions }) => regions));
  const regions = desks.filter((desk) => desk.id === id).flatMap((desk) => desk.regions);
  const alone = regions.filter((region) => !elsewhere.has(region));
  const naming = others.filter(({ id: other }) =>
    overflow.find(({ desk }) => desk === other)?.value?.some(names(id)),
  );
  return [
    ...(id === generalDesk ? [{ kind: 'general-desk' } as const] : []),
    ...(alone.length > 0 ? [{ kind: 'serves', regions: alone } as const] : []),
    ...(naming.length > 0 ? [{ kind: 'in-overflow', desks: naming.map((desk) => desk.id) } as const] : []),
    ...(chats.waiting + chats.going > 0 ? [{ kind: 'chats', ...chats } as const] : []),
  ];
}

const names = (desk: DeskId) => (step: OverflowStep) =>
  step.does === 'reach-desks' && step.desks.includes(desk);

type RegionSight = {
  /** Those in use. */
  readonly regions: ReadonlySet<RegionId>;
  readonly today: PlanDate;
  readonly patterns: readonly Pattern[];
  readonly exceptions: readonly Exception[];
  /** Those that are not over. */
  readonly published: readonly Shift[];
  readonly draft: readonly Shift[];
};

/** What stands in the way of a region being retired. */
export function obstaclesOfRegion(id: RegionId, sight: RegionSight): readonly Obstacle[] {
  const { regions, today, exceptions } = sight;
  const isOver = (exception: string | null) =>
    exception !== null && !exceptions.some((each) => each.id === exception && each.last >= today);
  const patterns = sight.patterns.filter(
    (each) =>
      !isOver(each.exception) && each.regions !== null && isAllOf(id, regions, each.regions, each.general),
  );
  const shifts = (['published', 'draft'] as const).flatMap((state): readonly Obstacle[] => {
    const those = sight[state].filter((each) => isAllOf(id, regions, each.regions, each.general));
    if (those.length === 0) return [];
    return [
      { kind: 'shifts', state, count: those.length, until: Math.max(...those.map(({ until }) => until)) },
    ];
  });
  return patterns.length === 0
    ? shifts
    : [...shifts, { kind: 'patterns', names: patterns.map(({ name }) => name) }];
}

/** Whether this is all that is served there. */
const isAllOf = (
  id: RegionId,
  inUse: ReadonlySet<RegionId>,
  regions: readonly RegionId[],
  general: boolean,
): boolean => !general && regions.includes(id) && regions.every((each) => each === id || !inUse.has(each));

const foldOf = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** Whether somebody who reads the two could take them for one. */
const isSameName = (one: string, other: string): boolean => foldOf(one) === foldOf(other);

const hasNameOf = (desks: readonly Desk[], { nl, en }: Desk['name']): boolean =>
  desks.some(({ name }) => isSameName(name.nl, nl) || isSameName(name.en, en));

/** What stands in the way of a retired one being in use again. */
export function obstacleToComeback(
  { desks, regions, retired }: Pick<OrganisationDescription, 'desks' | 'regions' | 'retired'>,
  place: Place,
): Comeback['obstacle'] {
  if (place.kind === 'desk') {
    if (desks.length >= LIMITS.desks) return 'full';
    const own = retired.desks.find(({ id }) => id === place.desk);
    return own !== undefined && hasNameOf(desks, own.name) ? 'name-taken' : null;
  }
  if (regions.length >= DESCRIPTION.regions) return 'full';
  const own = retired.regions.find(({ id }) => id === place.region);
  return own !== undefined && regions.some(({ name }) => isSameName(name, own.name)) ? 'name-taken' : null;
}
