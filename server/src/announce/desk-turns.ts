import { isOpen } from '@haven/shared/hours/is-open';
import type { DeskId } from '@haven/shared/ids';
import type { DeskNow } from '@haven/shared/protocol/desk-now';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Instant, minutes } from '@haven/shared/units';
import { isHole } from '../desk/on-duty';
import type { DeskPlan } from '../desk/plan';
import { deskNow } from '../desk/views';
import type { DeskStore } from '../live/desk-store';
import { createLooker, type Looker } from '../records/looker';

type Deps = {
  readonly store: Pick<DeskStore, 'desks'>;
  readonly plan: () => DeskPlan;
  readonly clock: Clock;
  /** Tells the consoles of this node; each node looks for itself. */
  readonly tell: (desk: DeskNow) => void;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/**
 * Tells what of a desk changes with time or with the plan, and so without any decision: that it opens or closes, that a
 * hole of the roster begins or ends.
 */
export function createDeskTurns({ store, plan, clock, tell, onFault }: Deps): Looker {
  let told: ReadonlyMap<DeskId, string> = new Map();
  const lookOnce = async (): Promise<void> => {
    const goingBy = plan();
    const states = new Map(goingBy.desks.map(({ id }) => [id, stateOf(goingBy, id, clock.now())]));
    const turned = [...states.keys()].filter((id) => told.get(id) !== states.get(id));
    if (turned.length === 0) return;
    const records = await store.desks();
    // It is still to be told, at the next turn at the latest.
    if (!records.ok) return;
    told = states;
    for (const id of turned) {
      const record = records.value.find(({ desk }) => desk === id) ?? null;
      tell(deskNow(goingBy, id, record, clock.now()));
    }
  };
  return createLooker({
    lookOnce,
    every: () => nextTurnAt(plan(), clock.now()) - clock.now(),
    clock,
    onFault: (thrown) => onFault('desk-turns', thrown),
  });
}

const stateOf = (plan: DeskPlan, desk: DeskId, now: Instant): string => {
  const hours = plan.hours[desk];
  return `${isHole(plan, desk, now)} ${hours === undefined || isOpen(hours, plan.timeZone, now)}`;
};

/** No later than the next moment at which anything can differ: hours begin and end on a minute, shifts when they say. */
function nextTurnAt({ roster }: DeskPlan, now: Instant): Instant {
  let next = now - (now % minutes(1)) + minutes(1);
  for (const { from, until } of roster?.shifts ?? []) {
    if (from >= next) break;
    if (from > now) next = from;
    else if (until > now && until < next) next = until;
  }
  return next;
}
