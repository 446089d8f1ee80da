import type { ChatId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { FLOOD } from '../desk/enter';
import type { ChatSight, DeskStatus } from '../desk/facts';
import { QUEUE, isQueued, poolName, queueName } from '../desk/lines';
import type { DeskPlan } from '../desk/plan';
import type { ChatRecord } from '../desk/records';
import { PAGE, type Scene } from '../desk/scene';
import { type Load, waitBand } from '../desk/wait';
import { type MemoryTables, setIn } from './memory-tables';

export const memoryScene = (plan: DeskPlan, tables: MemoryTables, now: Instant): Scene => ({
  plan,
  chat: (id) => tables.chats.get(id) ?? null,
  staff: (id) => tables.staff.get(id) ?? null,
  deskRecord: (id) => tables.desks.get(id) ?? null,
  free: (pool, from) => setIn(tables, poolName(pool)).page(from, PAGE) as StaffId[],
  waiting: (lines, from) => lines.map((line) => setIn(tables, line).page(from, PAGE) as ChatId[]),
  queueLength: (id) => setIn(tables, queueName(id)).size,
  arrival: () => {
    tables.lastArrival = Math.max(tables.lastArrival + 1, now);
    return tables.lastArrival;
  },
  load: () => loadIn(tables),
  unprovenLately: () => {
    tables.unproven = tables.unproven.filter((at) => at > now - FLOOD.window);
    return tables.unproven.length;
  },
  memorySince: () => tables.since,
});

const loadIn = (tables: MemoryTables): Load => ({
  ...tables.duty,
  waiting: setIn(tables, QUEUE).size,
  service: tables.service,
});

export function statusIn(tables: MemoryTables): DeskStatus {
  const load = loadIn(tables);
  return { open: load.onDuty > 0, band: waitBand(load.waiting, load), load };
}

/** The chat with its place, which is remembered as shown: a later one is never higher. */
export function sightIn(tables: MemoryTables, record: ChatRecord): ChatSight {
  const { chat } = record;
  const ahead = setIn(tables, QUEUE).rank(chat) ?? 0;
  return {
    record,
    place: isQueued(record) ? placeIn(tables, record) : null,
    band: waitBand(ahead, loadIn(tables)),
  };
}

function placeIn(tables: MemoryTables, { chat, desk }: ChatRecord): number {
  const rank = setIn(tables, queueName(desk)).rank(chat) ?? 0;
  const place = Math.min(rank + 1, tables.places.get(chat) ?? Infinity);
  tables.places.set(chat, place);
  return place;
}
