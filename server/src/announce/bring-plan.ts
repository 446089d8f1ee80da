import type { DeskId } from '@haven/shared/ids';
import type { DeskCommand } from '../desk/commands';
import type { DeskPlan } from '../desk/plan';
import type { DeskStore } from '../live/desk-store';

type Deps = {
  readonly store: Pick<DeskStore, 'everybody'>;
  readonly plan: () => DeskPlan;
  readonly retired: () => readonly DeskId[];
  readonly decide: (command: DeskCommand) => Promise<unknown>;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/**
 * The roster, the overflow or the organisation was changed: everybody who is there, and every chat that waits, goes by
 * it at once. Each node does so when it has the change, and doing it twice changes nothing.
 */
export async function bringPlan(deps: Deps): Promise<void> {
  try {
    await bring(deps);
  } catch (thrown) {
    deps.onFault('plan', thrown);
  }
}

async function bring({ store, plan, retired, decide }: Deps): Promise<void> {
  // The chats first: so whoever comes on duty by this finds them in their order.
  // Someone may have come to a desk at the very moment at which it was retired.
  for (const desk of [...plan().desks.map(({ id }) => id), ...retired()])
    await decide({ kind: 'spread', desk });
  const everybody = await store.everybody();
  for (const staffId of everybody.ok ? everybody.value : []) await decide({ kind: 'duty-turn', staffId });
}
