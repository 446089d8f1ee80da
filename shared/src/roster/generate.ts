import type { StaffId } from '../ids';
import type { PlanDate, RosterPlan } from '../protocol/roster-plan';
import { isNight, weekendOf } from './burden';
import { REST } from './conflicts';
import { expand, type Slot } from './expand';
import { byStart, type Shift } from './roster';

/** Work for which the team has nobody left. */
export type Unfilled = { readonly slot: Slot; readonly missing: number };

export type Generated = { readonly shifts: readonly Shift[]; readonly unfilled: readonly Unfilled[] };

/** What weighs most is given out first, so that its turns are disturbed by nothing else. */
const SORTS = ['night', 'weekend', 'weekday', 'standby'] as const;
type Sort = (typeof SORTS)[number];
type Account = { readonly shifts: Shift[]; readonly counts: Map<Sort, number>; worked: number };

/**
 * Fills what the plan asks for from the first to the last day. Within a team the turn is with whoever has had fewest
 * of the same sort (nights, weekends, working days, standby), then with whoever has worked least, then in the team's
 * order. `around` are shifts that stand already, before and after: they count, and nobody is booked over them.
 */
export function generate(
  plan: RosterPlan,
  first: PlanDate,
  last: PlanDate,
  around: readonly Shift[] = [],
): Generated {
  const accounts = new Map<StaffId, Account>();
  const accountOf = (staffId: StaffId): Account => {
    const account = accounts.get(staffId) ?? { shifts: [], counts: new Map<Sort, number>(), worked: 0 };
    accounts.set(staffId, account);
    return account;
  };
  for (const each of around) book(accountOf(each.staffId), each, sortOf(each, plan.timeZone));

  const shifts: Shift[] = [];
  const unfilled: Unfilled[] = [];
  const work = expand(plan, first, last).map((slot) => ({ slot, sort: sortOf(slot, plan.timeZone) }));
  const heaviestFirst = SORTS.flatMap((sort) => work.filter((each) => each.sort === sort));
  for (const { slot, sort } of heaviestFirst) {
    const turns = inTurn(slot, sort, accountOf).slice(0, slot.people);
    for (const [index, staffId] of turns.entries()) {
      const each = shiftIn(slot, staffId, index);
      book(accountOf(staffId), each, sort);
      shifts.push(each);
    }
    if (turns.length < slot.people) unfilled.push({ slot, missing: slot.people - turns.length });
  }
  return { shifts: shifts.sort(byStart), unfilled };
}

/** Everybody of the team who can, the next in turn in front; the rested before those who would have too little rest. */
function inTurn(slot: Slot, sort: Sort, accountOf: (staffId: StaffId) => Account): readonly StaffId[] {
  const able = (slot.team?.members ?? []).filter((staffId) => !isTaken(accountOf(staffId), slot, 0));
  const rank = (staffId: StaffId): readonly number[] => {
    const account = accountOf(staffId);
    return [Number(isTaken(account, slot, REST)), account.counts.get(sort) ?? 0, account.worked];
  };
  return able
    .map((staffId) => ({ staffId, rank: rank(staffId) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ staffId }) => staffId);
}

const isTaken = ({ shifts }: Account, { from, until }: Slot, rest: number): boolean =>
  shifts.some((each) => each.from < until + rest && from - rest < each.until);

function book(account: Account, each: Shift, sort: Sort): void {
  account.shifts.push(each);
  account.counts.set(sort, (account.counts.get(sort) ?? 0) + 1);
  if (each.kind === 'duty') account.worked += each.until - each.from;
}

function sortOf(span: Pick<Shift, 'from' | 'until' | 'kind'>, timeZone: string): Sort {
  if (span.kind === 'standby') return 'standby';
  if (isNight(span, timeZone)) return 'night';
  return weekendOf(span, timeZone) === null ? 'weekday' : 'weekend';
}

/** The plan with those in its teams who work here now. */
export const withoutThoseWhoLeft = (plan: RosterPlan, staff: ReadonlySet<StaffId>): RosterPlan => ({
  ...plan,
  teams: plan.teams.map((team) => ({ ...team, members: team.members.filter((id) => staff.has(id)) })),
});

/** Whether a shift was generated for a day of the range, and not made by hand. */
export function isGenerated({ id }: Shift, first: PlanDate, last: PlanDate): boolean {
  const date = id.split('.')[1];
  return date !== undefined && first <= date && date <= last;
}

/** The same plan gives the same identifiers: generating anew changes only what is different. */
const shiftIn = (
  { pattern, date, from, until, regions, general, kind }: Slot,
  staffId: StaffId,
  index: number,
): Shift => ({
  id: `${pattern}.${date}.${index + 1}`,
  staffId,
  from,
  until,
  regions,
  general,
  kind,
});

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
