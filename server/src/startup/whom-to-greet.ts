import type { StaffId } from '@haven/shared/ids';
import type { Roster } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';

/** Whom the demonstration invites to try the console as, where there is no roster. */
const USUAL = ['sanne', 'karim', 'noor'] as const;

/** Counsellors of the demonstration who get chats now: by the roster, those on duty, those of a region first. */
export function whomToGreet(roster: Roster | null, now: Instant): readonly StaffId[] {
  const current = (roster?.shifts ?? []).filter(
    ({ from, until, kind }) => kind === 'duty' && from <= now && now < until,
  );
  const regional = current.toSorted((a, b) => b.regions.length - a.regions.length);
  const people = [...new Set(regional.map(({ staffId }) => staffId))].slice(0, USUAL.length);
  return people.length > 0 ? people : (USUAL as readonly string[] as readonly StaffId[]);
}
