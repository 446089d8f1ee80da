import { isOpen } from '@haven/shared/hours/is-open';
import type { DeskId } from '@haven/shared/ids';
import type { DeskHole } from '@haven/shared/protocol/board';
import { gapsIn } from '@haven/shared/roster/holes';
import { byStart, isServing } from '@haven/shared/roster/roster';
import { type Instant, type Milliseconds, minutes } from '@haven/shared/units';
import { regionsOf } from '../desk/on-duty';
import type { DeskPlan } from '../desk/plan';

type Gap = Omit<DeskHole, 'desk'>;

/**
 * When the roster has nobody on duty for a desk while it is open, between the two moments; nothing where there is no
 * roster. Whoever serves one region of a desk serves all of it.
 */
export function deskHoles(plan: DeskPlan, from: Instant, until: Instant): readonly DeskHole[] {
  const { roster } = plan;
  if (roster === null) return [];
  const duties = roster.shifts
    .filter((each) => each.kind === 'duty' && each.from < until && each.until > from)
    .toSorted(byStart);
  return plan.desks
    .flatMap(({ id: desk }) => {
      const regions = regionsOf(plan, desk);
      const own = duties.filter((each) => regions.some((region) => isServing(each, region)));
      return gapsIn(own, from, until)
        .flatMap((gap) => whileOpen(plan, desk, gap))
        .map((gap) => ({ desk, ...gap }));
    })
    .toSorted((one, other) => one.from - other.from || one.until - other.until);
}

/** Opening hours begin and end on a minute; what is open for less than a stride may be passed over. */
const STRIDE: Milliseconds = minutes(15);
const STEP: Milliseconds = minutes(1);

/** The parts of a gap in which the desk takes chats: who is closed needs nobody. */
function whileOpen(plan: DeskPlan, desk: DeskId, gap: Gap): readonly Gap[] {
  const own = plan.hours[desk];
  if (own === undefined) return [gap];
  const takesAt = (at: Instant) => isOpen(own, plan.timeZone, at);
  const parts: Gap[] = [];
  let since = takesAt(gap.from) ? gap.from : null;
  for (let at = gap.from; at < gap.until; at += STRIDE) {
    const end = Math.min(at + STRIDE, gap.until);
    if (takesAt(end) === (since !== null)) continue;
    let turn = at - (at % STEP) + STEP;
    while (turn < end && takesAt(turn) === (since !== null)) turn += STEP;
    if (since === null) since = Math.min(turn, end);
    else {
      parts.push({ from: since, until: Math.min(turn, end) });
      since = null;
    }
  }
  if (since !== null) parts.push({ from: since, until: gap.until });
  return parts.filter(({ from, until }) => from < until);
}
