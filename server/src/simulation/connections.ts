import type { ChatId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Presence } from '@haven/shared/protocol/presence';
import { type Instant, type Milliseconds, minutes, seconds } from '@haven/shared/units';
import type { DeskStore, Leases } from '../live/desk-store';
import type { MemoryTables } from '../live/memory-tables';
import type { Chance } from './chance';
import type { World } from './play';

export type Deaths = { readonly every: Milliseconds; readonly chance: Chance };

type Deps = Pick<World, 'tell' | 'later' | 'now'> & {
  readonly tables: MemoryTables;
  readonly store: Pick<DeskStore, 'renewLeases'>;
  readonly holdLeases: (leases: Leases) => Promise<unknown>;
  readonly comes: (who: StaffId, until: Instant, shows?: Presence | null) => Promise<void>;
};

/** After a node died: most are back on another one within seconds, a few much later, and of the visitors some never. */
const LONG_GONE = 0.1;
const RECONNECTION: Milliseconds = seconds(6);

/** How people lose their connections, and come back on others. */
export function createConnections({ tables, store, tell, later, now, holdLeases, comes }: Deps) {
  /** At the desk, but for a while without a node. */
  const cutOff = new Set<StaffId>();
  let count = 0;

  const another = (whose: string) => {
    count += 1;
    return `${whose} ${count}`;
  };

  async function returns(chat: ChatId): Promise<void> {
    const connection = another(chat);
    await tell({ kind: 'visitor-connected', chat, connection });
    await holdLeases({ visitors: [{ chat, connection }], seats: [] });
  }

  /** Whoever was connected there is noticed to be gone when the lease is over, and comes back on another node. */
  async function nodeDies({ every, chance: fate }: Deaths): Promise<void> {
    later(fate.about(every), () => nodeDies({ every, chance: fate }));
    const isThere = () => fate.once(1 / 3);
    for (const [who, { seats, duty }] of tables.staff) {
      const [seat] = seats;
      if (seat === undefined || cutOff.has(who) || !isThere()) continue;
      cutOff.add(who);
      await store.renewLeases({ visitors: [], seats: [{ staffId: who, ...seat }] }, now());
      const wait = fate.once(LONG_GONE) ? minutes(4) : fate.about(RECONNECTION);
      later(wait, () => comes(who, duty.until ?? now()));
    }
    for (const [chat, { visitor, ended }] of tables.chats) {
      if (visitor.state !== 'connected' || ended !== null || !isThere()) continue;
      await store.renewLeases({ visitors: [{ chat, connection: visitor.connection }], seats: [] }, now());
      if (!fate.once(LONG_GONE)) later(fate.about(RECONNECTION), () => returns(chat));
    }
  }

  return {
    cutOff: cutOff as ReadonlySet<StaffId>,
    /** She is here, on this connection from now on. */
    renewed(who: StaffId): string {
      cutOff.delete(who);
      return another(who);
    },
    nodesDie: (deaths: Deaths) => later(deaths.chance.about(deaths.every), () => nodeDies(deaths)),
    goes: async (who: StaffId, back: Milliseconds): Promise<void> => {
      const one = tables.staff.get(who);
      if (one === undefined || one.seats.length === 0 || cutOff.has(who)) return;
      cutOff.add(who);
      for (const seat of one.seats) await tell({ kind: 'seat-left', staffId: who, ...seat });
      later(back, () =>
        comes(who, one.duty.until ?? now(), back < TIMING.counsellorGrace ? null : 'available'),
      );
    },
    reloads: async (who: StaffId, shows: Presence): Promise<void> => {
      const one = tables.staff.get(who);
      if (one && one.seats.length > 0 && !cutOff.has(who)) await comes(who, one.duty.until ?? now(), shows);
    },
    stumbles: async (chat: ChatId, back: Milliseconds | null): Promise<void> => {
      const record = tables.chats.get(chat);
      if (record?.visitor.state !== 'connected') return;
      await tell({ kind: 'visitor-disconnected', chat, connection: record.visitor.connection });
      if (back !== null) later(back, () => returns(chat));
    },
  };
}
