import type { StaffId } from '@haven/shared/ids';
import { may } from '@haven/shared/protocol/permissions';
import { ok } from '@haven/shared/result';
import type { RosterPerson } from '@haven/shared/protocol/roster-requests';
import { holesIn } from '@haven/shared/roster/holes';
import type { Shift } from '@haven/shared/roster/roster';
import { workedBy } from '@haven/shared/roster/worked-by';
import { days } from '@haven/shared/units';
import { lastPublication, readShifts } from '../../records/roster-shifts';
import { markOf } from '../../roster/mark';
import { allStaff } from '../../records/staff';
import type { StaffEdge, StaffHandler } from '../connection';
import { scopeOf } from './scope';

/** How far ahead holes are looked for, and how many are told. */
const HORIZON = days(56);
const HOLES_TOLD = 200;

export const rosterLook: StaffHandler<'roster:look'> = async (edge, { profile }, { from, until }) => {
  const { db, regions, timeZone, staff } = scopeOf(edge);
  const plans = may(profile.role, 'roster:edit');
  const now = edge.now();
  const publication = await lastPublication(db);
  const ahead = await readShifts(db, plans ? 'draft' : 'published', { from: now, until: now + HORIZON });
  const isPlanned = publication !== null || ahead.length > 0;
  const holes = isPlanned ? holesIn(workedBy(ahead, staff), [...regions, null], now, now + HORIZON) : [];
  const draft = plans ? await readShifts(db, 'draft', { from, until }) : null;
  const published = await readShifts(db, 'published', { from, until });
  return ok({
    version: publication?.version ?? 0,
    publishedAt: publication?.publishedAt ?? null,
    timeZone,
    people: await peopleOf(edge, staff, [...published, ...(draft ?? [])]),
    published: [...published],
    draft: draft === null ? null : [...draft],
    mark: draft === null ? null : markOf(draft),
    holes: holes.slice(0, HOLES_TOLD),
  });
};

/** All who work here, and those of these shifts who have left. */
async function peopleOf(
  { directory, records }: StaffEdge,
  takesChats: ReadonlySet<StaffId>,
  shifts: readonly Shift[],
): Promise<RosterPerson[]> {
  const { staff } = directory.current();
  const hasGone = shifts.some(({ staffId }) => !staff.has(staffId));
  const named = new Set(shifts.map(({ staffId }) => staffId));
  const gone = hasGone ? (await allStaff(records.db)).filter(({ staffId }) => named.has(staffId)) : [];
  const people = new Map([...gone, ...staff.values()].map((each) => [each.staffId, each.displayName]));
  return [...people].map(([staffId, displayName]) => ({
    staffId,
    displayName,
    takesChats: takesChats.has(staffId),
  }));
}
