import { type DeskAhead, type DeskHole, HOLE_HOURS } from '@haven/shared/protocol/board';
import type { Roster } from '@haven/shared/roster/roster';
import { days, hours, type Instant, type Milliseconds } from '@haven/shared/units';
import type { DeskPlan } from '../desk/plan';
import { ahead } from './ahead';
import { deskHoles } from './holes';

/** How far the hours ahead are shown. */
const AHEAD: Milliseconds = hours(12);
/** Back to where a hole that is open now began; no further than a roster is known. */
const BACK: Milliseconds = days(1);

/** What the roster says of the time ahead. */
export type Outlook = { readonly ahead: readonly DeskAhead[]; readonly holes: readonly DeskHole[] };
type Known = Pick<DeskPlan, 'desks' | 'hours'> & { readonly hour: Instant; readonly outlook: Outlook };

const NOTHING: Outlook = { ahead: [], holes: [] };

/** A board is made every second, and this differs once an hour: each roster keeps the last that was made of it. */
const KNOWN = new WeakMap<Roster, Known>();

/** By the full hour, so that it reads the same within one. */
export function outlookOf(plan: DeskPlan, now: Instant): Outlook {
  const { roster, desks, hours: open } = plan;
  if (roster === null) return NOTHING;
  const hour = now - (now % hours(1));
  const known = KNOWN.get(roster);
  if (known?.hour === hour && known.desks === desks && known.hours === open) return known.outlook;
  const outlook = {
    ahead: ahead(plan, hour, AHEAD),
    holes: deskHoles(plan, hour - BACK, hour + hours(HOLE_HOURS + 1)),
  };
  KNOWN.set(roster, { outlook, desks, hours: open, hour });
  return outlook;
}

/** Those that are not over. */
export const holesAhead = (plan: DeskPlan, now: Instant): readonly DeskHole[] =>
  outlookOf(plan, now).holes.filter(({ until }) => until > now);
