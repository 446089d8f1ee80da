import { type Result, err, ok } from '@haven/shared/result';
import type { Instant, Milliseconds } from '@haven/shared/units';
import { type Changes, changesOf } from '../desk/changes';
import type { DeskCommand } from '../desk/commands';
import { decide } from '../desk/decide';
import type { DeskFact } from '../desk/facts';
import type { DeskPlan } from '../desk/plan';
import { serviceAfter } from '../desk/wait';
import { type Commit, toMatchAfter } from './desk-execute';
import { COMMIT, DESK_KEYS } from './desk-scripts';
import type { RedisConnection, RedisReply } from './redis-connection';
import {
  type Sums,
  decodeSight,
  decodeSums,
  encodeChat,
  encodeDesk,
  encodeStaff,
  listIn,
  sightWith,
} from './redis-records';
import { type Read, onRedisScene } from './redis-scene';

type Deps = { readonly redis: RedisConnection; readonly plan: () => DeskPlan; readonly random: () => number };

/** Each attempt fails only because somebody else's succeeded. */
const ATTEMPTS = 20;
const LONGEST_PAUSE: Milliseconds = 40;

/**
 * Decides on what Redis holds and writes in one script, which compares first: if anything that the rule looked at has
 * changed, it is decided anew.
 */
export function createRedisCommit({ redis, plan, random }: Deps): Commit {
  return async (command, now) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await pause(random() * Math.min(2 ** attempt, LONGEST_PAUSE));
      const decided = await onRedisScene({ redis, plan: plan() }, command, now, (scene) => {
        const decision = decide(scene, command, now);
        return decision.ok
          ? ok({ decision: decision.value, changes: changesOf(scene, command, decision.value, now) })
          : decision;
      });
      if (!decided.ok) return decided;
      const { result, read, sums } = decided.value;
      if (!result.ok) return result;
      const { decision, changes } = result.value;
      const facts = await write(redis, command, { changes, read, sums, now });
      if (!facts.ok) return facts;
      if (facts.value) return ok({ facts: facts.value, toMatch: toMatchAfter(command, decision, changes) });
    }
    return err('unavailable');
  };
}

const pause = (time: Milliseconds) => new Promise((resolve) => setTimeout(resolve, time));

type Plan = { readonly changes: Changes; readonly read: Read; readonly sums: Sums; readonly now: Instant };

/** The facts; null when something had changed. A decision that changes nothing is not compared either. */
async function write(
  redis: RedisConnection,
  command: DeskCommand,
  plan: Plan,
): Promise<Result<readonly DeskFact[] | null, 'unavailable'>> {
  const { changes } = plan;
  if (changes.chats.length + changes.staff.length + changes.desks.length + changes.sets.length === 0)
    return ok([]);
  const reply = await redis.run(COMMIT, DESK_KEYS, [requestFor(command, plan)]);
  if (!reply.ok) return reply;
  const parts = listIn(reply.value);
  return ok(parts.length === 0 ? null : factsOf(changes, parts));
}

function requestFor(command: DeskCommand, { changes, read, sums, now }: Plan): string {
  const { chats, staff, desks, sets, duty, served, unproven, leftQueue, sights } = changes;
  return JSON.stringify({
    now: String(now),
    read: {
      chats: [...read.chats].map(([id, record]) => [id, String(record?.version ?? 0)]),
      staff: [...read.staff].map(([id, record]) => [id, String(record?.version ?? 0)]),
      desks: [...read.desks].map(([id, record]) => [id, String(record?.version ?? 0)]),
      pages: read.pages.map(({ set, from, names }) => [set, from, names.join(' ')]),
    },
    chats: chats.map(({ id, after }) => [id, after ? encodeChat(after) : '']),
    staff: staff.map(({ id, after }) => [id, after ? encodeStaff(after) : '']),
    desks: desks.map(({ id, after }) => [id, after ? encodeDesk(after) : '']),
    sets: sets.map(({ set, member, score }) => [set, member, score === null ? '' : String(score)]),
    duty,
    service: served === null ? '' : String(serviceAfter(sums.service, served)),
    unproven: unproven && 'chat' in command ? command.chat : '',
    left: leftQueue.map(({ chat }) => chat),
    moved: [...new Set(leftQueue.map(({ desk }) => desk))],
    sights: sights.map(({ record }) => [record.chat, record.desk]),
  });
}

function factsOf(changes: Changes, [sums, places, others]: readonly RedisReply[]): readonly DeskFact[] {
  const load = decodeSums(sums);
  const sights = changes.sights.map(({ record, audience }, index): DeskFact => {
    const [place = 0, ahead = 0] = listIn(listIn(places)[index]).map(Number);
    return { kind: 'chat', sight: sightWith(record, place, ahead, load), audience };
  });
  const told = listIn(others).flatMap((reply): readonly DeskFact[] => {
    const sight = decodeSight(reply, load);
    return sight ? [{ kind: 'chat', sight, audience: [] }] : [];
  });
  return [...changes.facts, ...sights, ...told, ...changes.notices];
}
