import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { DeskId } from '@haven/shared/ids';
import { bringPlan } from '@haven/server/announce/bring-plan';
import { hours, minutes, seconds } from '@haven/shared/units';
import { counsellorOf, isInQueue, isServed } from '../promises/view';
import { createHabits } from './habits';

type Deps = {
  readonly world: World;
  readonly chance: Chance;
  readonly plan: () => DeskPlan;
  /** From now on the nodes go by it. */
  readonly change: (plan: DeskPlan) => void;
  /** What is to be known to have gone on. */
  readonly count: (what: string) => void;
};

/** What supervisors do by hand, and to the steps. Mostly when somebody waits: then it matters. */
export function createSupervisors({ world, chance, plan, change, count }: Deps) {
  const { tables, tell, later } = world;

  const { every, anyOf, chats } = createHabits(world, chance);
  const queued = () => chats(isInQueue);
  const anyDesk = () => chance.oneOf(plan().desks).id;
  /** Now and then everybody is gone before anybody has heard of the alert. */
  async function opens(): Promise<void> {
    const desk = anyOf(queued())?.desk ?? anyDesk();
    await tell({ kind: 'open-overflow', desk });
    const gone = chance.once(0.2) ? queued().filter((chat) => chat.desk === desk) : [];
    for (const { chat } of gone) await tell({ kind: 'leave', chat, reason: 'visitor-closed' });
    later(chance.about(minutes(3)), () => tell({ kind: 'close-overflow', desk }));
  }

  /** Now and then the general desk too, to which the others' visitors come. */
  async function pauses(): Promise<void> {
    const desks: readonly DeskId[] = chance.once(0.2) ? [anyDesk(), plan().generalDesk] : [anyDesk()];
    for (const desk of desks) await tell({ kind: 'pause-intake', desk });
    later(chance.about(minutes(10)), async () => {
      for (const desk of desks) await tell({ kind: 'resume-intake', desk });
    });
  }

  /** One, or all that wait at its desk. */
  async function moves(): Promise<void> {
    const one = anyOf(queued());
    if (!one) return;
    const to = anyDesk();
    const moved = chance.once(0.3) ? queued().filter(({ desk }) => desk === one.desk) : [one];
    for (const { chat, desk, ringing } of moved) {
      const done = await tell({ kind: 'move-chat', chat, desk: to });
      if (done.ok && ringing && desk !== to) count('move-while-it-rings');
    }
  }

  /** Of who is there, it is refused. */
  async function takesOff(): Promise<void> {
    const served = chats(isServed);
    const absent = served.filter((chat) => {
      const staff = tables.staff.get(counsellorOf(chat) ?? ('' as never));
      return !staff || !['available', 'busy'].includes(staff.presence);
    });
    const chat = anyOf(chance.once(0.9) ? absent : served);
    const staffId = chat && counsellorOf(chat);
    if (chat && staffId) await tell({ kind: 'take-off', chat: chat.chat, staffId });
  }

  async function blocks(): Promise<void> {
    const chat = anyOf(chats(({ phase }) => phase !== 'ended'));
    const staffId = chat && (counsellorOf(chat) ?? [...tables.staff.keys()][0]);
    if (chat && staffId) await tell({ kind: 'block-chat', chat: chat.chat, staffId });
  }

  /** Other steps for a desk, at once on all nodes. */
  async function edits(): Promise<void> {
    const desk = anyDesk();
    const steps = plan().overflow[desk];
    if (steps === undefined || steps.length === 0) return;
    const times = chance.oneOf([
      [10, 30, 60, 100],
      [20, 45, 90, 120],
      [40, 80, 80, 150],
    ] as const);
    const edited = steps.map((step, index) => ({ ...step, after: seconds(times[index] ?? 200) }));
    change({ ...plan(), overflow: { ...plan().overflow, [desk]: edited } });
    const store = { everybody: async () => ({ ok: true, value: [...tables.staff.keys()] }) as const };
    const onFault = (_event: string, thrown: unknown) => {
      throw thrown;
    };
    await bringPlan({ store, plan, retired: () => [], decide: tell, onFault });
  }

  const WHILE_SOMEBODY_WAITS = [moves, moves, moves, opens, opens, blocks] as const;
  every(minutes(2), async () => {
    if (queued().length > 0 && chance.once(0.6)) await chance.oneOf(WHILE_SOMEBODY_WAITS)();
  });
  every(minutes(8), takesOff);
  every(minutes(45), pauses);
  every(minutes(90), opens);
  every(minutes(90), blocks);
  every(hours(3), edits);
}
