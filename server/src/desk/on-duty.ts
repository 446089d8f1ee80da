import type { DeskId, RegionId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import { type Roster, nextTurn, onDuty, shiftOf } from '@haven/shared/roster/roster';
import type { Instant } from '@haven/shared/units';
import type { DeskPlan } from './plan';
import type { DutyNow, StaffProfile } from './records';

/**
 * Whom she serves now, by the roster; by her membership of desks where there is none. Since she entered, her desk may
 * have been retired.
 */
export function dutyNow(
  { roster, desks, generalDesk }: DeskPlan,
  { staffId, desks: memberOf }: Pick<StaffProfile, 'staffId' | 'desks'>,
  now: Instant,
): DutyNow {
  if (roster === null) {
    const own = memberOf.filter((desk) => desks.some(({ id }) => id === desk));
    const served = own.length === 0 && memberOf.length > 0 ? [generalDesk] : own;
    return { kind: 'duty', desks: served, until: null, ending: false, turnsAt: null };
  }
  const turn = nextTurn(roster, staffId, now);
  const shift = shiftOf(roster, staffId, now);
  if (shift === null) return { kind: 'off', desks: [], until: null, ending: false, turnsAt: turn };
  const served = desks
    .filter((desk) => desk.regions.some((region) => shift.regions.includes(region)))
    .map((desk) => desk.id);
  const until = endOfDuty(roster, staffId, shift.until);
  const lastCall = until - TIMING.shiftEnding;
  const ending = now >= lastCall;
  return {
    kind: shift.kind,
    desks: shift.general && !served.includes(generalDesk) ? [...served, generalDesk] : served,
    until,
    ending,
    turnsAt: ending || turn === null ? turn : Math.min(turn, lastCall),
  };
}

/** Shifts that follow each other at once are one to her: nobody goes home between them. */
function endOfDuty(roster: Roster, staffId: StaffId, end: Instant): Instant {
  let until = end;
  for (let next = shiftOf(roster, staffId, until); next; next = shiftOf(roster, staffId, until)) {
    until = next.until;
  }
  return until;
}

/** The regions whose rostered counsellors serve this desk; null stands for its being the general desk. */
export function regionsOf({ desks, generalDesk }: DeskPlan, desk: DeskId): readonly (RegionId | null)[] {
  const regions = desks.find((each) => each.id === desk)?.regions ?? [];
  return desk === generalDesk ? [null, ...regions] : regions;
}

/** A hole in the roster: nobody is on duty for this desk at this moment. */
export function isHole(plan: DeskPlan, desk: DeskId, now: Instant): boolean {
  const { roster } = plan;
  return roster !== null && regionsOf(plan, desk).every((region) => onDuty(roster, region, now).length === 0);
}

/** Looking further ahead than any chat waits is of no use. */
const SHIFTS_AHEAD = 32;

/** From when on nobody is on duty for this desk, looking from `now`; null: not as far as is looked. */
export function nextHole(plan: DeskPlan, desk: DeskId, now: Instant): Instant | null {
  const { roster } = plan;
  if (roster === null) return null;
  let covered = now;
  for (let shifts = 0; shifts < SHIFTS_AHEAD; shifts += 1) {
    const there = regionsOf(plan, desk).flatMap((region) => onDuty(roster, region, covered));
    if (there.length === 0) return covered;
    covered = Math.max(...there.map((staffId) => shiftOf(roster, staffId, covered)?.until ?? covered));
  }
  return null;
}
