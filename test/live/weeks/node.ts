import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { DeskStore } from '@haven/server/live/desk-store';
import { createMemoryDeskStore } from '@haven/server/live/memory-desk-store';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import { ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { Act } from '../promises/view';

type Deps = {
  readonly tables: MemoryTables;
  readonly plan: () => DeskPlan;
  /** Told of every act, once the desk has come to rest after it. */
  readonly onAct: (act: Act, now: Instant) => void;
  /** The node that has this in hand dies once it has noted what somebody told it, and before it looks whom that lets ring. */
  readonly dies: () => boolean;
};

/** The desk of a world whose nodes die: what one began, its deadlines leave to the others. */
export function openWatchedDesk({ tables, plan, onAct, dies }: Deps): DeskStore {
  const desk = createMemoryDeskStore({ tables, plan });
  /** Taken as they came due; nobody told them. */
  const due = new WeakSet<DeskCommand>();
  /** What every node does when the plan is changed, one does for another that died over it. */
  const isDoneByAll = ({ kind }: DeskCommand) => kind === 'spread' || kind === 'duty-turn';

  /** Each decision asks for the plan, and this node gets no further than one. */
  async function halfway(command: DeskCommand, now: Instant): Promise<Omit<Act, 'command'>> {
    let decisions = 0;
    const dying = createMemoryDeskStore({
      tables,
      plan: () => {
        decisions += 1;
        if (decisions > 1) throw new Error('This node is dead');
        return plan();
      },
    });
    try {
      return { result: await dying.execute(command, now), isCut: false };
    } catch (death) {
      if (decisions <= 1) throw death;
      return { result: ok({ facts: [], chat: null, staff: null }), isCut: true };
    }
  }

  return {
    ...desk,
    async execute(command, now) {
      const isSafe = due.has(command) || isDoneByAll(command);
      const done =
        !isSafe && dies()
          ? await halfway(command, now)
          : { result: await desk.execute(command, now), isCut: false };
      onAct({ command, ...done }, now);
      return done.result;
    },
    async takeDue(now, limit) {
      const taken = await desk.takeDue(now, limit);
      for (const command of taken.ok ? taken.value : []) due.add(command);
      return taken;
    },
  };
}
