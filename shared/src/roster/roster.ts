import type * as z from 'zod/mini';
import type { RegionId, StaffId } from '../ids';
import type { roster, shift, ShiftKind } from '../protocol/roster';
import type { Instant } from '../units';

export type Shift = z.infer<typeof shift>;
export type Roster = z.infer<typeof roster>;

/** Who serves the region at this moment, null for the general desk; each once, whoever began first in front. */
export const onDuty = (published: Roster, region: RegionId | null, instant: Instant): readonly StaffId[] =>
  serving(published, 'duty', region, instant);

/** Who can be alerted for the region at this moment, null for the general desk. */
export const onStandby = (published: Roster, region: RegionId | null, instant: Instant): readonly StaffId[] =>
  serving(published, 'standby', region, instant);

/** The shift that somebody works at this moment. */
export function shiftOf(published: Roster, staffId: StaffId, instant: Instant): Shift | null {
  const own = indexOf(published).byStaff.get(staffId) ?? [];
  return own.find((each) => isDuring(each, instant)) ?? null;
}

/** The next moment at which `shiftOf` answers otherwise than it does at `instant`. */
export function nextTurn(published: Roster, staffId: StaffId, instant: Instant): Instant | null {
  const now = shiftOf(published, staffId, instant);
  const own = indexOf(published).byStaff.get(staffId) ?? [];
  const turns = own.flatMap(({ from, until }) => [from, until]).filter((turn) => turn > instant);
  turns.sort((a, b) => a - b);
  return turns.find((turn) => shiftOf(published, staffId, turn) !== now) ?? null;
}

const isDuring = ({ from, until }: Pick<Shift, 'from' | 'until'>, instant: Instant): boolean =>
  from <= instant && instant < until;

export const isServing = ({ regions, general }: Shift, region: RegionId | null): boolean =>
  region === null ? general : regions.includes(region);

/** In the order a roster keeps them. */
export const byStart = (a: Shift, b: Shift): number =>
  a.from - b.from || a.until - b.until || (a.id < b.id ? -1 : Number(a.id > b.id));

function serving(published: Roster, kind: ShiftKind, region: RegionId | null, instant: Instant): StaffId[] {
  const { shifts } = published;
  const people = new Set<StaffId>();
  // Who began longer ago than the longest shift lasts has gone home.
  const first = firstFrom(shifts, instant - indexOf(published).longest);
  for (let at = first; at < shifts.length; at += 1) {
    const each = shifts[at];
    if (each === undefined || each.from > instant) break;
    if (each.kind === kind && isDuring(each, instant) && isServing(each, region)) people.add(each.staffId);
  }
  return [...people];
}

/** Where shifts begin that start at this moment or later. */
function firstFrom(shifts: readonly Shift[], instant: Instant): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((shifts[middle]?.from ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Index = { readonly longest: number; readonly byStaff: ReadonlyMap<StaffId, readonly Shift[]> };

/** A roster is asked for every chat and never changes: what helps to look into it is made once. */
const INDEXES = new WeakMap<Roster, Index>();

function indexOf(published: Roster): Index {
  const known = INDEXES.get(published);
  if (known !== undefined) return known;
  let longest = 0;
  const byStaff = new Map<StaffId, Shift[]>();
  for (const each of published.shifts) {
    longest = Math.max(longest, each.until - each.from);
    const own = byStaff.get(each.staffId);
    if (own === undefined) byStaff.set(each.staffId, [each]);
    else own.push(each);
  }
  const index = { longest, byStaff };
  INDEXES.set(published, index);
  return index;
}
