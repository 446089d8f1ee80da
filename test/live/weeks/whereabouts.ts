import type { StaffRecord } from '@haven/server/desk/records';
import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { StaffId } from '@haven/shared/ids';
import { hours, minutes, seconds } from '@haven/shared/units';
import { createHabits } from './habits';

/** Counsellors rest, lose their connections or their certificates, and come back: often just when it rings. */
export function createWhereabouts(world: World, chance: Chance) {
  const { tables, tell, later, now, goes, reloads } = world;
  const { every, anyOf, here } = createHabits(world, chance);

  async function isBack(staffId: StaffId): Promise<void> {
    const one = tables.staff.get(staffId);
    if (!one || one.duty.kind === 'off' || one.seats.length === 0) return;
    await tell({ kind: 'set-presence', staffId, presence: 'available' });
  }

  async function rests({ staffId, presence }: StaffRecord): Promise<void> {
    if (presence !== 'available') return;
    await tell({ kind: 'set-presence', staffId, presence: chance.oneOf(['pause', 'busy', 'away']) });
    later(chance.about(minutes(8)), () => isBack(staffId));
  }

  /** Her certificate runs out or is taken back, and she gets another. */
  async function isBarred({ staffId, seats: [mine] }: StaffRecord): Promise<void> {
    const until = mine?.certifiedUntil ?? 0;
    // It is so already.
    if (!mine || until < now() + minutes(30)) return;
    const of = { kind: 'seat-certified', staffId, ...mine } as const;
    const soon = now() + seconds(30) + Math.round(chance.about(minutes(1)));
    await tell({ ...of, certifiedUntil: chance.once(0.4) ? null : soon });
    later(chance.about(minutes(5)), async () => {
      await tell(of);
      await isBack(staffId);
    });
  }

  /** Her computer fails her. */
  async function isGone({ staffId }: StaffRecord): Promise<void> {
    await goes(staffId, chance.once(0.5) ? chance.about(seconds(40)) : minutes(4));
  }

  async function isReloaded({ staffId }: StaffRecord): Promise<void> {
    await reloads(staffId, chance.oneOf(['available', 'pause', 'away']));
    later(chance.about(minutes(2)), () => isBack(staffId));
  }

  const AT_A_RING = [rests, isBarred, isGone, isReloaded] as const;
  const inChat = () => here().filter(({ chats }) => chats.length > 0);
  const doTo =
    (act: (one: StaffRecord) => Promise<void>, among: () => readonly StaffRecord[]) => async () => {
      const one = anyOf(among()) ?? anyOf(here());
      if (one) await act(one);
    };

  every(minutes(2), async () => {
    const one = anyOf(here().filter(({ ringing }) => ringing.length > 0));
    if (one && chance.once(0.4)) await chance.oneOf(AT_A_RING)(one);
  });
  every(minutes(15), doTo(rests, here));
  every(hours(1), doTo(isBarred, here));
  every(minutes(40), doTo(isGone, inChat));
  every(hours(2), doTo(isReloaded, here));
}
