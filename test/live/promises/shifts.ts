import type { DeskPlan } from '@haven/server/desk/plan';
import type { DeskId, StaffId } from '@haven/shared/ids';
import { type Instant, minutes } from '@haven/shared/units';

const LAST_CALL = minutes(10);

/** For what somebody may be rung. */
export type Service = {
  readonly kind: 'duty' | 'standby';
  readonly desks: readonly DeskId[];
  /** She is about to go: what rings at her may ring on, nothing else does. */
  readonly isEnding: boolean;
};

/** What was found once holds until then: the weeks only go forward. */
type Known<T> = { readonly until: Instant; readonly value: T; readonly since?: Instant };

/** What the published roster says. */
export function createShifts(plan: DeskPlan) {
  const shifts = (plan.roster?.shifts ?? []).map((shift) => ({
    ...shift,
    desks: [
      ...plan.desks
        .filter((desk) => desk.regions.some((region) => shift.regions.includes(region)))
        .map(({ id }) => id),
      ...(shift.general ? [plan.generalDesk] : []),
    ],
  }));
  const services = new Map<StaffId, Known<Service | null>>();
  const holes = new Map<DeskId, Known<Instant | null>>();

  function remember<K, T>(known: Map<K, Known<T>>, key: K, now: Instant, find: () => Known<T>): T {
    const old = known.get(key);
    const found = old && now < old.until ? old : { ...find(), since: now };
    known.set(key, found);
    return found.value;
  }
  const during = (now: Instant) => (shift: { readonly from: Instant; readonly until: Instant }) =>
    shift.from <= now && now < shift.until;
  const nextOf = (list: readonly { readonly from: Instant }[], now: Instant) =>
    Math.min(...list.filter(({ from }) => from > now).map(({ from }) => from));

  function findService(staffId: StaffId, now: Instant): Known<Service | null> {
    const own = shifts.filter((shift) => shift.staffId === staffId);
    const shift = own.find(during(now));
    if (shift === undefined) return { until: nextOf(own, now), value: null };
    let { until } = shift;
    for (let next = own.find(during(until)); next; next = own.find(during(until))) ({ until } = next);
    const lastCall = until - LAST_CALL;
    const { kind, desks } = shift;
    const isEnding = now >= lastCall;
    return {
      until: isEnding ? shift.until : Math.min(shift.until, lastCall),
      value: { kind, desks, isEnding },
    };
  }

  function findHole(desk: DeskId, now: Instant): Known<Instant | null> {
    const own = shifts.filter(({ kind, desks }) => kind === 'duty' && desks.includes(desk));
    const there = own.filter(during(now));
    if (there.length > 0) return { until: Math.max(...there.map(({ until }) => until)), value: null };
    const ended = own.filter(({ until }) => until <= now).map(({ until }) => until);
    return { until: nextOf(own, now), value: Math.max(...ended) };
  }

  return {
    /** null: she is not on duty. */
    serves: (staffId: StaffId, now: Instant) =>
      remember(services, staffId, now, () => findService(staffId, now)),
    /** At one moment acts come before deadlines: the desk need not know yet that this changed just now. */
    hasJustTurned: (staffId: StaffId, now: Instant) => services.get(staffId)?.since === now,
    isThere: (staffId: StaffId, now: Instant) =>
      remember(services, staffId, now, () => findService(staffId, now)) !== null,
    /** Since when nobody is on duty for the desk; null: somebody is. */
    holeSince: (desk: DeskId, now: Instant) => remember(holes, desk, now, () => findHole(desk, now)),
  };
}
export type Shifts = ReturnType<typeof createShifts>;
