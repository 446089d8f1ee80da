import { type Result, ok } from '@haven/shared/result';
import { hours, type Instant, type Milliseconds } from '@haven/shared/units';
import type { DayTally } from '../supervision/day-tally';
import { type RedisConnection, script } from './redis-connection';
import { textsIn } from './redis-records';

/** How long after its end a day can still be read, for whoever adds it to the usual. */
export const KEPT_AFTER: Milliseconds = hours(2);

/**
 * Counters of days, in memory only: they end with the day, and a live state that loses its memory loses them. They are
 * numbers for people, so a count whose outcome is not known is not repeated.
 */
export type TallyStore = {
  /** Raises each by one. `ends`: when the day is over. */
  add(day: string, counters: readonly string[], ends: Instant): Promise<Result<null, 'unavailable'>>;
  /** Empty when nothing was counted, or the day is long over. */
  read(day: string): Promise<Result<DayTally, 'unavailable'>>;
};

export function createMemoryTallyStore(now: () => Instant): TallyStore {
  const days = new Map<string, { readonly until: Instant; readonly counts: Map<string, number> }>();
  const sweep = () => {
    for (const [day, { until }] of days) if (until <= now()) days.delete(day);
  };
  return {
    add: async (day, counters, ends) => {
      sweep();
      const until = ends + KEPT_AFTER;
      if (counters.length === 0 || until <= now()) return ok(null);
      const { counts } = days.get(day) ?? { counts: new Map<string, number>() };
      for (const counter of counters) counts.set(counter, (counts.get(counter) ?? 0) + 1);
      days.set(day, { until, counts });
      return ok(null);
    },
    read: async (day) => {
      sweep();
      return ok(new Map(days.get(day)?.counts));
    },
  };
}

/** ARGV: how long the day is still kept, in milliseconds; then the counters. */
const ADD = script(`
for index = 2, #ARGV do redis.call('HINCRBY', KEYS[1], ARGV[index], 1) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
`);

/** Name and number by turns; a script's answer is a list, whatever the connection makes of tables. */
const READ = script(`return redis.call('HGETALL', KEYS[1])`);

const keyOf = (day: string): string => `{tally}:${day}`;

export function createRedisTallyStore(redis: RedisConnection, now: () => Instant): TallyStore {
  return {
    add: async (day, counters, ends) => {
      const left = Math.ceil(ends + KEPT_AFTER - now());
      if (counters.length === 0 || left <= 0) return ok(null);
      const reply = await redis.run(ADD, [keyOf(day)], [String(left), ...counters]);
      return reply.ok ? ok(null) : reply;
    },
    read: async (day) => {
      const reply = await redis.run(READ, [keyOf(day)], []);
      if (!reply.ok) return reply;
      const parts = textsIn(reply.value);
      const tally = new Map<string, number>();
      for (let at = 0; at + 1 < parts.length; at += 2) tally.set(parts[at] ?? '', Number(parts[at + 1]));
      return ok(tally);
    },
  };
}
