import type { ChatId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import { err, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { changesOf } from '../desk/changes';
import { type DeadlineName, deadlineCommand } from '../desk/due';
import { decide } from '../desk/decide';
import { type LeaseName, leaseEnd, seatLease, visitorLease } from '../desk/leases';
import { QUEUE, queueName } from '../desk/lines';
import type { DeskPlan } from '../desk/plan';
import type { ChatRecord } from '../desk/records';
import { DEADLINES, LEASES } from '../desk/set-changes';
import { offerTo, queueItem } from '../desk/views';
import { type Commit, executeAll, toMatchAfter } from './desk-execute';
import { type DeskOverview, type DeskStore, HIDDEN, QUEUE_SHOWN } from './desk-store';
import { memoryScene, sightIn, statusIn } from './memory-scene';
import { type MemoryTables, setIn, writeSet } from './memory-tables';
import { writeChanges } from './memory-write';

type Deps = { readonly plan: () => DeskPlan; readonly tables: MemoryTables };

/** The desk of one process. Decisions are taken one at a time, so all is as the rule saw it. */
export function createMemoryDeskStore({ plan, tables }: Deps): DeskStore {
  const commit: Commit = async (command, now) => {
    const scene = memoryScene(plan(), tables, now);
    const decision = decide(scene, command, now);
    if (!decision.ok) return decision;
    const changes = changesOf(scene, command, decision.value, now);
    const facts = writeChanges(tables, changes, now);
    return ok({ facts, toMatch: toMatchAfter(command, decision.value, changes) });
  };
  const chat: DeskStore['chat'] = async (id) => {
    const record = tables.chats.get(id);
    return record ? ok(sightIn(tables, record)) : err('unknown-chat');
  };
  const staff: DeskStore['staff'] = async (id) => {
    const record = tables.staff.get(id);
    return record ? ok(record) : err('unknown-seat');
  };
  const queued: DeskStore['queued'] = async (desk) => {
    const set = setIn(tables, queueName(desk));
    return ok(set.page(0, set.size) as ChatId[]);
  };
  const take = (set: string, now: Instant, limit: number) => {
    const names = setIn(tables, set).upTo(now, limit);
    for (const name of names) writeSet(tables, set, name, now + HIDDEN);
    return names;
  };

  return {
    chat,
    staff,
    queued,
    desks: async () => ok([...tables.desks.values()]),
    everybody: async () => ok([...tables.staff.keys()]),
    execute: (command, now) => executeAll(commit, { chat, staff, queued }, command, now),
    async overview(staffId) {
      const overview = overviewIn(tables, staffId);
      return overview ? ok(overview) : err('unknown-seat');
    },
    async renewLeases({ visitors, seats }, now) {
      const renewed = (name: LeaseName) => {
        if (setIn(tables, LEASES).score(name) === null) return false;
        writeSet(tables, LEASES, name, now + TIMING.lease);
        return true;
      };
      return ok({
        visitors: visitors.filter((each) => !renewed(visitorLease(each.chat, each.connection))),
        seats: seats.filter((each) => !renewed(seatLease(each.staffId, each.seat, each.connection))),
      });
    },
    async takeDue(now, limit) {
      return ok([
        ...take(DEADLINES, now, limit).map((name) => deadlineCommand(name as DeadlineName)),
        ...take(LEASES, now, limit).map((name) => leaseEnd(name as LeaseName)),
      ]);
    },
    async records(seen) {
      const revision = `${tables.since}.${tables.commits}`;
      if (revision === seen) return ok(null);
      return ok({
        revision,
        chats: [...tables.chats.values()],
        staff: [...tables.staff.values()],
        desks: [...tables.desks.values()],
      });
    },
    async status() {
      return ok(statusIn(tables));
    },
    async close() {},
  };
}

function overviewIn(tables: MemoryTables, staffId: StaffId): DeskOverview | null {
  const self = tables.staff.get(staffId);
  if (self === undefined || self.seats.length === 0) return null;
  const records = (ids: readonly string[]): readonly ChatRecord[] =>
    ids.flatMap((id) => tables.chats.get(id as ChatId) ?? []);
  const mine = records(self.chats);
  return {
    self,
    staff: [...tables.staff.values()],
    queue: records(setIn(tables, QUEUE).page(0, QUEUE_SHOWN)).map(queueItem),
    chats: mine
      .filter((record) => record.members.some((member) => member.staffId === staffId))
      .map((record) => sightIn(tables, record)),
    offers: mine.flatMap((record) => offerTo(staffId, record) ?? []),
  };
}
