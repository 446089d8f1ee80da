import { PLAN } from '@haven/server/desk/testing/names';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { ChatRecord, DeskRecord, StaffRecord } from '@haven/server/desk/records';
import type { Duty } from '@haven/server/desk/wait';
import type { DeskStore } from '@haven/server/live/desk-store';
import { createMemoryDeskStore } from '@haven/server/live/memory-desk-store';
import { type MemoryTables, memoryTables } from '@haven/server/live/memory-tables';
import { type RedisConnection, connectRedis } from '@haven/server/live/redis-connection';
import { createRedisDeskStore } from '@haven/server/live/redis-desk-store';
import { decodeChat, decodeDesk, decodeStaff, listIn, textsIn } from '@haven/server/live/redis-records';
import type { SortedSet } from '@haven/server/live/sorted-set';
import type { Instant } from '@haven/shared/units';
import { type RedisServer, startRedis } from '../support/redis-server';

/** All that a live state holds of the desk, to be compared with itself. */
export type DeskDump = {
  readonly chats: readonly ChatRecord[];
  readonly staff: readonly StaffRecord[];
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly desks: readonly DeskRecord[];
  readonly duty: Duty;
  /** What the nodes go by. */
  readonly plan: DeskPlan;
};

/** Some nodes over one live state. */
export type LiveDesk = {
  readonly nodes: readonly [DeskStore, DeskStore, DeskStore];
  dump(): Promise<DeskDump>;
  /** From now on the nodes go by this plan; nobody has told the desk. */
  change(plan: DeskPlan): void;
};

export type LiveDesks = {
  /** An empty one; the one before is gone. */
  fresh(start: Instant): Promise<LiveDesk>;
  close(): Promise<void>;
};

export async function memoryDesks(): Promise<LiveDesks> {
  return {
    fresh: async (start) => {
      const tables = memoryTables(start);
      let plan = PLAN;
      const node = () => createMemoryDeskStore({ plan: () => plan, tables });
      return {
        nodes: [node(), node(), node()],
        dump: async () => dumpOfTables(tables, plan),
        change: (next) => {
          plan = next;
        },
      };
    },
    close: async () => {},
  };
}

export function dumpOfTables(tables: MemoryTables, plan: DeskPlan = PLAN): DeskDump {
  const scores = (set: SortedSet) =>
    new Map(set.page(0, set.size).map((member) => [member, set.score(member) ?? Number.NaN]));
  return {
    chats: [...tables.chats.values()],
    staff: [...tables.staff.values()],
    desks: [...tables.desks.values()],
    plan,
    duty: tables.duty,
    sets: new Map([...tables.sets].map(([name, set]) => [name, scores(set)])),
  };
}

export type RedisDesks = LiveDesks & { readonly server: RedisServer };

export async function redisDesks(): Promise<RedisDesks> {
  const server = await startRedis();
  const connections: RedisConnection[] = [];
  let plan = PLAN;
  const node = async () => {
    const connected = await connectRedis(server.url, () => undefined);
    if (!connected.ok) throw new Error('No connection to the Redis of this test');
    connections.push(connected.value);
    return createRedisDeskStore({ redis: connected.value, plan: () => plan, random: Math.random });
  };
  const change = (next: DeskPlan) => {
    plan = next;
  };
  const nodes = [await node(), await node(), await node()] as const;
  return {
    server,
    fresh: async () => {
      await server.empty();
      plan = PLAN;
      const [first] = connections;
      if (first === undefined) throw new Error('No connection');
      return { nodes: [...nodes], dump: () => dumpOf(first, plan), change };
    },
    close: async () => {
      for (const connection of connections) await connection.close();
      await server.stop();
    },
  };
}

async function dumpOf(redis: RedisConnection, plan: DeskPlan): Promise<DeskDump> {
  const ask = async (...words: string[]) => {
    const reply = await redis.command(words);
    if (!reply.ok) throw new Error(`${words.join(' ')} was not answered`);
    return listIn(reply.value);
  };
  const sets = new Map<string, Map<string, number>>();
  for (const key of textsIn(await ask('KEYS', '{desk}:set:*'))) {
    const entries = (await ask('ZRANGE', key, '0', '-1', 'WITHSCORES')).map(textsIn);
    const name = key.slice('{desk}:set:'.length);
    sets.set(name, new Map(entries.map(([member = '', score]) => [member, Number(score)])));
  }
  const [onDuty = 0, slots = 0, taken = 0] = (
    await ask('HMGET', '{desk}:sums', 'onDuty', 'slots', 'taken')
  ).map(Number);
  return {
    chats: textsIn(await ask('HVALS', '{desk}:chats')).flatMap((value) => decodeChat(value) ?? []),
    staff: textsIn(await ask('HVALS', '{desk}:staff')).flatMap((value) => decodeStaff(value) ?? []),
    desks: textsIn(await ask('HVALS', '{desk}:desks')).flatMap((value) => decodeDesk(value) ?? []),
    plan,
    sets,
    duty: { onDuty, slots, taken },
  };
}
