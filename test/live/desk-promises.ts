import type { DeskPlan } from '@haven/server/desk/plan';
import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import type { ChatId, StaffId } from '@haven/shared/ids';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { createAlerts, createToldAgain } from './promises/alerts';
import { createAskedInTurn } from './promises/asked';
import { createByHand } from './promises/by-hand';
import { createClaims } from './promises/claims';
import { createComesDue } from './promises/comes-due';
import { isDone } from './promises/done';
import { createEnds } from './promises/ends';
import { createLongestIdle } from './promises/idle';
import { createLost } from './promises/lost';
import { createPeople } from './promises/people';
import { createCapacities, onePlace, sameDesk } from './promises/places';
import { createReach } from './promises/reach';
import { createRings, createStillAsked } from './promises/rings';
import { createShifts } from './promises/shifts';
import { createPresences } from './promises/presence';
import { createSteps } from './promises/steps';
import { allTold, answered, createHeard } from './promises/told';
import { createInTurn, createLine, createNobodyWaits } from './promises/turns';
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
  const people = createPeople();
  const waits = createWaits(plan, shifts);
  const reach = createReach(waits, shifts, people);
  const byHand = createByHand(plan(), shifts, people);
  const promised: readonly Promised[] = [
    createNobodyWaits(reach, people),
    createInTurn(waits, reach, shifts),
    createLine(waits),
    createCapacities(people),
    onePlace,
    sameDesk,
    createSteps(waits),
    createAlerts(waits),
    createToldAgain(),
    createRings(),
    createStillAsked(reach),
    createHeard(),
    allTold,
    answered,
    createLost(people),
    createEnds(),
    createClaims(reach, shifts, people),
    createComesDue(waits),
    createAskedInTurn(people, shifts),
    createPresences(people, shifts),
    createLongestIdle(waits, reach, people),
    isDone,
    byHand.look,
  ];
  let before: ReadonlyMap<ChatId, ChatRecord> = new Map();
  let staffBefore: ReadonlyMap<StaffId, StaffRecord> = new Map();

  function look(act: Act, tables: MemoryTables, now: Instant): readonly string[] {
    const { command } = act;
    const view = viewOf({ act, now, before, staffBefore, tables, grace });
    people.follow(view);
    waits.follow(view, command.kind === 'enter' ? byHand.homeOf(command) : null);
    const faults = promised.flatMap((each) => each(view));
    before = view.chats;
    staffBefore = view.staff;
    return faults;
  }
  return { look, isEdited: waits.isEdited };
}
