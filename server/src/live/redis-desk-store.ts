import type { ChatId, StaffId } from '@haven/shared/ids';
import { TIMING } from '@haven/shared/protocol/limits';
import { err, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import { type DeadlineName, deadlineCommand } from '../desk/due';
import { type LeaseName, leaseEnd, seatLease, visitorLease } from '../desk/leases';
import { queueName } from '../desk/lines';
import type { DeskPlan } from '../desk/plan';
import { DEADLINES, LEASES } from '../desk/set-changes';
import { offerTo, queueItem } from '../desk/views';
import { waitBand } from '../desk/wait';
import { type Commit, executeAll } from './desk-execute';
import {
  DESK_KEYS,
  LOOK_AT_CHAT,
  LOOK_AT_DESK,
  LOOK_AT_RECORDS,
  LOOK_AT_SUMS,
  RENEW,
  TAKE_DUE,
  setKey,
} from './desk-scripts';
import type { DeskStore } from './desk-store';
import { createLane } from './lane';
import { createRedisCommit } from './redis-commit';
import type { RedisConnection, Script } from './redis-connection';
import {
  createDecoder,
  decodeChat,
  decodeDesk,
  decodeSight,
  decodeStaff,
  decodeSums,
  listIn,
  textsIn,
} from './redis-records';

type Deps = {
  readonly redis: RedisConnection;
  readonly plan: () => DeskPlan;
  /** From 0 to 1: spreads repeated attempts. */
  readonly random: () => number;
};

/** The desk of any number of nodes. */
export function createRedisDeskStore({ redis, plan, random }: Deps): DeskStore {
  const write = createRedisCommit({ redis, plan, random });
  // Matches of one node would mostly be in each other's way: they look at the same heads of the same lines.
  const lane = createLane();
  const commit: Commit = (command, now) =>
    command.kind === 'match-chat' || command.kind === 'match-staff'
      ? lane(() => write(command, now))
      : write(command, now);

  const run = async (script: Script, ...values: readonly string[]) => {
    const reply = await redis.run(script, DESK_KEYS, values);
    return reply.ok ? ok(listIn(reply.value)) : reply;
  };
  const take = async (set: string, now: Instant, limit: number) => {
    const names = await run(TAKE_DUE, set, String(now), String(limit));
    return names.ok ? ok(textsIn(names.value)) : names;
  };

  const chat: DeskStore['chat'] = async (id) => {
    const reply = await run(LOOK_AT_CHAT, id);
    if (!reply.ok) return reply;
    const sight = decodeSight(reply.value[1] ?? [], decodeSums(reply.value[0]));
    return sight ? ok(sight) : err('unknown-chat');
  };
  const staff: DeskStore['staff'] = async (id) => {
    const reply = await redis.command(['HGET', DESK_KEYS[1] ?? '', id]);
    if (!reply.ok) return reply;
    const record = decodeStaff(String(reply.value ?? ''));
    return record ? ok(record) : err('unknown-seat');
  };

  const names = async (words: readonly string[]) => {
    const reply = await redis.command(words);
    return reply.ok ? ok(textsIn(reply.value)) : reply;
  };
  const queued: DeskStore['queued'] = async (desk) => {
    const chats = await names(['ZRANGE', setKey(queueName(desk)), '0', '-1']);
    return chats.ok ? ok(chats.value as ChatId[]) : chats;
  };
  const chatsOf = createDecoder(decodeChat);
  const staffOf = createDecoder(decodeStaff);

  return {
    chat,
    staff,
    queued,
    async desks() {
      const values = await names(['HVALS', DESK_KEYS[5] ?? '']);
      return values.ok ? ok(values.value.flatMap((value) => decodeDesk(value) ?? [])) : values;
    },
    async everybody() {
      const people = await names(['HKEYS', DESK_KEYS[1] ?? '']);
      return people.ok ? ok(people.value as StaffId[]) : people;
    },
    execute: (command, now) => executeAll(commit, { chat, staff, queued }, command, now),
    async overview(staffId) {
      const reply = await run(LOOK_AT_DESK, staffId);
      if (!reply.ok) return reply;
      const [sums, self, all, queue, mine] = reply.value;
      const load = decodeSums(sums);
      const me = decodeStaff(String(self));
      if (me === null || me.seats.length === 0) return err('unknown-seat');
      const chats = listIn(mine).flatMap((sight) => decodeSight(sight, load) ?? []);
      return ok({
        self: me,
        staff: textsIn(all).flatMap((value) => decodeStaff(value) ?? []),
        queue: textsIn(queue)
          .flatMap((value) => decodeChat(value) ?? [])
          .map(queueItem),
        chats: chats.filter(({ record }) => record.members.some((member) => member.staffId === staffId)),
        offers: chats.flatMap(({ record }) => offerTo(staffId, record) ?? []),
      });
    },
    async renewLeases({ visitors, seats }, now) {
      const leases = [
        ...visitors.map((each) => visitorLease(each.chat, each.connection)),
        ...seats.map((each) => seatLease(each.staffId, each.seat, each.connection)),
      ];
      const reply = await run(RENEW, String(now + TIMING.lease), ...leases);
      if (!reply.ok) return reply;
      const missing = new Set(reply.value.map((position) => Number(position) - 1));
      return ok({
        visitors: visitors.filter((_, index) => missing.has(index)),
        seats: seats.filter((_, index) => missing.has(visitors.length + index)),
      });
    },
    async takeDue(now, limit) {
      const [deadlines, leases] = await Promise.all([take(DEADLINES, now, limit), take(LEASES, now, limit)]);
      if (!deadlines.ok) return deadlines;
      if (!leases.ok) return leases;
      return ok([
        ...deadlines.value.map((name) => deadlineCommand(name as DeadlineName)),
        ...leases.value.map((name) => leaseEnd(name as LeaseName)),
      ]);
    },
    async records(seen) {
      const reply = await run(LOOK_AT_RECORDS, seen ?? '');
      if (!reply.ok) return reply;
      const [revision = '', chats, staff, desks] = reply.value;
      if (revision === seen) return ok(null);
      return ok({
        revision: String(revision),
        chats: chatsOf(textsIn(chats)),
        staff: staffOf(textsIn(staff)),
        desks: textsIn(desks).flatMap((value) => decodeDesk(value) ?? []),
      });
    },
    async status() {
      const reply = await run(LOOK_AT_SUMS);
      if (!reply.ok) return reply;
      const { since: _, ...load } = decodeSums(reply.value);
      return ok({ open: load.onDuty > 0, band: waitBand(load.waiting, load), load });
    },
    /** The connection belongs to whoever made it. */
    async close() {},
  };
}
