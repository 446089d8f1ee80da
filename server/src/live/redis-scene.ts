import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import { type Result, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { DeskCommand } from '../desk/commands';
import { FLOOD } from '../desk/enter';
import { type SetName, poolName, queueName } from '../desk/lines';
import { type DeskPlan, deskOf } from '../desk/plan';
import type { ChatRecord, DeskRecord, StaffRecord } from '../desk/records';
import type { Scene } from '../desk/scene';
import { DESK_KEYS, READ } from './desk-scripts';
import type { RedisConnection } from './redis-connection';
import {
  type Sums,
  decodeChat,
  decodeDesk,
  decodePairs,
  decodeStaff,
  decodeSums,
  listIn,
  textsIn,
} from './redis-records';

type Page = { readonly set: SetName; readonly from: number };
type Wanted = {
  readonly chats?: readonly ChatId[];
  readonly staff?: readonly StaffId[];
  readonly desks?: readonly DeskId[];
  readonly pages?: readonly Page[];
  readonly lengths?: readonly SetName[];
  readonly arrival?: boolean;
};

/** A rule looked at something that was not fetched yet. Rules are pure: fetch it, and run the rule again. */
class Unread extends Error {
  readonly wanted: Wanted;
  constructor(wanted: Wanted) {
    super('A rule looked at something that was not fetched yet');
    this.wanted = wanted;
  }
}

/** What the rule looked at, for the commit to compare. */
export type Read = {
  readonly chats: ReadonlyMap<ChatId, ChatRecord | null>;
  readonly staff: ReadonlyMap<StaffId, StaffRecord | null>;
  readonly desks: ReadonlyMap<DeskId, DeskRecord | null>;
  readonly pages: readonly (Page & { readonly names: readonly string[] })[];
};

/** No rule looks further than this many times; one that did would go round for ever. */
const FETCHES = 64;

/**
 * Runs a rule on what Redis holds, fetching as it goes. Most commands are served by the first fetch: the chat with
 * its staff and its desk, or the staff member with her chats.
 */
export async function onRedisScene<T>(
  deps: { readonly redis: RedisConnection; readonly plan: DeskPlan },
  command: DeskCommand,
  now: Instant,
  run: (scene: Scene) => T,
): Promise<Result<{ readonly result: T; readonly read: Read; readonly sums: Sums }, 'unavailable'>> {
  const fetched = createFetched();
  let wanted = firstWanted(deps.plan, command);
  for (let fetches = 0; fetches < FETCHES; fetches += 1) {
    const reply = await deps.redis.run(READ, DESK_KEYS, [requestFor(wanted, now)]);
    if (!reply.ok) return reply;
    fetched.add(wanted, listIn(reply.value));
    try {
      const { scene, read } = fetched.scene(deps.plan);
      const result = run(scene);
      return ok({ result, read: read(), sums: fetched.sums() });
    } catch (interruption) {
      if (!(interruption instanceof Unread)) throw interruption;
      wanted = interruption.wanted;
    }
  }
  throw new Error(`${command.kind} looks further than any rule should`);
}

function firstWanted(plan: DeskPlan, command: DeskCommand): Wanted {
  const staff: StaffId[] = 'staffId' in command ? [command.staffId] : [];
  if (command.kind === 'transfer-ask' && command.target.kind === 'staff') staff.push(command.target.staffId);
  if (command.kind === 'consult-ask') staff.push(command.colleague);
  if (command.kind === 'register-again') {
    const { counsellor, joined } = command.snapshot;
    for (const member of [counsellor, joined]) if (member) staff.push(member.staffId);
  }
  return {
    chats: 'chat' in command ? [command.chat] : [],
    staff,
    desks: desksOf(plan, command),
    arrival: command.kind === 'enter',
  };
}

function desksOf(plan: DeskPlan, command: DeskCommand): readonly DeskId[] {
  if (command.kind === 'enter') return [deskOf(plan, command.answers.region), plan.generalDesk];
  if (command.kind === 'register-again') return [command.snapshot.desk];
  return 'desk' in command ? [command.desk] : [];
}

const requestFor = (
  { chats = [], staff = [], desks = [], pages = [], lengths = [], arrival = false }: Wanted,
  now: Instant,
): string =>
  JSON.stringify({
    now: String(now),
    chats,
    staff,
    desks: [...new Set(desks)],
    lengths,
    pages: pages.map(({ set, from }) => [set, from]),
    arrival,
    unprovenSince: String(now - FLOOD.window),
  });

const pageKey = ({ set, from }: Page): string => `${from} ${set}`;

function createFetched() {
  const chats = new Map<ChatId, ChatRecord | null>();
  const staff = new Map<StaffId, StaffRecord | null>();
  const desks = new Map<DeskId, DeskRecord | null>();
  const pages = new Map<string, readonly string[]>();
  const lengths = new Map<SetName, number>();
  let sums = decodeSums([]);
  let arrival: number | null = null;
  let unproven = 0;

  return {
    sums: () => sums,
    /** What was fetched before stays as it was: a rule sees one state, and the commit finds out if it moved on. */
    add(wanted: Wanted, reply: ReturnType<typeof listIn>) {
      sums = decodeSums(reply[0]);
      if (wanted.arrival) arrival ??= Number(reply[1]);
      unproven = Number(reply[2]);
      for (const [id, chat] of decodePairs<ChatId, ChatRecord | null>(reply[3], decodeChat)) {
        if (!chats.has(id)) chats.set(id, chat);
      }
      for (const [id, one] of decodePairs<StaffId, StaffRecord | null>(reply[4], decodeStaff)) {
        if (!staff.has(id)) staff.set(id, one);
      }
      for (const [id, desk] of decodePairs<DeskId, DeskRecord | null>(reply[5], decodeDesk)) {
        if (!desks.has(id)) desks.set(id, desk);
      }
      for (const [index, page] of (wanted.pages ?? []).entries()) {
        pages.set(pageKey(page), textsIn(listIn(reply[6])[index]));
      }
      for (const [index, name] of (wanted.lengths ?? []).entries()) {
        lengths.set(name, Number(listIn(reply[7])[index]));
      }
    },
    scene(plan: DeskPlan): { readonly scene: Scene; readonly read: () => Read } {
      const readChats = new Map<ChatId, ChatRecord | null>();
      const readStaff = new Map<StaffId, StaffRecord | null>();
      const readDesks = new Map<DeskId, DeskRecord | null>();
      const readPages: (Page & { readonly names: readonly string[] })[] = [];
      const look = (wanted: readonly Page[]): readonly (readonly string[])[] => {
        const missing = wanted.filter((page) => !pages.has(pageKey(page)));
        if (missing.length > 0) throw new Unread({ pages: missing });
        return wanted.map((page) => {
          const names = pages.get(pageKey(page)) ?? [];
          readPages.push({ ...page, names });
          return names;
        });
      };
      const scene: Scene = {
        plan,
        chat: (id) => {
          const record = chats.get(id);
          if (record === undefined) throw new Unread({ chats: [id] });
          readChats.set(id, record);
          return record;
        },
        staff: (id) => {
          const record = staff.get(id);
          if (record === undefined) throw new Unread({ staff: [id] });
          readStaff.set(id, record);
          return record;
        },
        deskRecord: (id) => {
          const record = desks.get(id);
          if (record === undefined) throw new Unread({ desks: [id] });
          readDesks.set(id, record);
          return record;
        },
        queueLength: (id) => {
          const length = lengths.get(queueName(id));
          if (length === undefined) throw new Unread({ lengths: [queueName(id)] });
          return length;
        },
        free: (pool, from) => (look([{ set: poolName(pool), from }])[0] ?? []) as StaffId[],
        waiting: (lines, from) => look(lines.map((set) => ({ set, from }))) as ChatId[][],
        arrival: () => {
          if (arrival === null) throw new Unread({ arrival: true });
          return arrival;
        },
        load: () => sums,
        unprovenLately: () => unproven,
        memorySince: () => sums.since,
      };
      return {
        scene,
        read: () => ({ chats: readChats, staff: readStaff, desks: readDesks, pages: readPages }),
      };
    },
  };
}
