import type { RegionId, StaffId } from '@haven/shared/ids';
import type { RosterPlan } from '@haven/shared/protocol/roster-plan';
import type { RosterView } from '@haven/shared/protocol/roster-requests';
import { may } from '@haven/shared/protocol/permissions';
import type { Shift } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';
import { useMemo } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';

/** Whether the person who is signed in makes the roster. */
export const usePlans = (): boolean => {
  const { stores } = useConsole();
  return useSlice(
    stores.signIn,
    ({ state }) => state.kind === 'signed-in' && may(state.identity.role, 'roster:edit'),
  );
};

/** The names of regions, the general desk included, and of people. */
export const useNames = (people: RosterView['people']) => {
  const { stores, t } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  return useMemo(() => {
    const regions = new Map(organisation?.regions.map(({ id, name }) => [id, name]));
    const retired = organisation?.retired.regions ?? [];
    for (const { id, name } of retired) regions.set(id, t('roster.retired', { name }));
    const inUse = organisation?.regions ?? [];
    const names = new Map(people.map(({ staffId, displayName }) => [staffId, displayName]));
    const working = new Set(people.flatMap(({ staffId, takesChats }) => (takesChats ? [staffId] : [])));
    return {
      regions: inUse,
      retired,
      /** Whether a shift is for all that there are. */
      isEverywhere: (served: readonly RegionId[]) =>
        inUse.length > 0 && inUse.every(({ id }) => served.includes(id)),
      region: (id: RegionId | null) => (id === null ? t('roster.general') : (regions.get(id) ?? id)),
      person: (id: StaffId) => names.get(id) ?? id,
      /** Those who can be planned: a shift of anybody else is worked by nobody. */
      working,
      /** Whether nobody will be at a shift that is still to be worked. */
      isMissing: ({ staffId, until }: Shift, now: Instant) => until > now && !working.has(staffId),
    };
  }, [organisation, people, t]);
};
export type Names = ReturnType<typeof useNames>;

/** An id from a name, which nobody else of the list has. */
export const idFor = (name: string, taken: readonly { readonly id: string }[]): string => {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '');
  const base = slug === '' ? 'x' : slug;
  let id = base;
  for (let n = 2; taken.some((each) => each.id === id); n += 1) id = `${base}-${n}`;
  return id;
};

export const nameOfMaker = (by: RosterPlan['patterns'][number]['by'], plan: RosterPlan): string => {
  const found =
    by.kind === 'team'
      ? plan.teams.find(({ id }) => id === by.team)
      : plan.rotations.find(({ id }) => id === by.rotation);
  return found?.name ?? '—';
};
