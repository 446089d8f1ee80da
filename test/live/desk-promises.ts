import type { DeskPlan } from '@haven/server/desk/plan';
import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import type { ChatId, StaffId } from '@haven/shared/ids';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { createByHand } from './promises/by-hand';
import { createCapacities, onePlace } from './promises/places';
import { createRings } from './promises/rings';
import { createShifts } from './promises/shifts';
import { createAlerts, createSteps } from './promises/steps';
import { createInTurn, createNobodyWaits } from './promises/turns';
import { type Act, type Promised, viewOf } from './promises/view';
import { createWaits } from './promises/waits';

type Terms = {
  /** As it is now: the overflow may be edited meanwhile, the roster not. */
  readonly plan: () => DeskPlan;
  /** What else a deadline may take that a dying node had in hand. */
  readonly grace: Milliseconds;
};

/**
 * What the design promises, in words of its own: a rule of the desk that is wrong cannot hide itself here by being used.
 * To be told every act at the desk; answers what was broken since the one before.
 */
export function createPromises({ plan, grace }: Terms) {
  const shifts = createShifts(plan());
  const waits = createWaits(plan, shifts);
  const byHand = createByHand(plan(), shifts);
  const capacities = new Map<StaffId, number>();
  const capacityOf = ({ staffId }: StaffRecord) => capacities.get(staffId) ?? 0;
  const promised: readonly Promised[] = [
    createNobodyWaits(waits, capacityOf),
    createInTurn(waits, shifts),
    createCapacities(capacityOf),
    onePlace,
    createSteps(waits),
    createAlerts(waits),
    createRings(),
    byHand.look,
  ];
  let before: ReadonlyMap<ChatId, ChatRecord> = new Map();

  function look(act: Act, tables: MemoryTables, now: Instant): readonly string[] {
    const { command, result } = act;
    const wanted =
      command.kind === 'staff-enter' || command.kind === 'set-capacity' ? command.capacity : null;
    if (result.ok && 'staffId' in command && wanted !== null) capacities.set(command.staffId, wanted);
    const view = viewOf({ act, now, before, tables, grace });
    waits.follow(view, command.kind === 'enter' ? byHand.homeOf(command) : null);
    const faults = promised.flatMap((each) => each(view));
    before = view.chats;
    return faults;
  }
  return { look, isEdited: waits.isEdited };
}
