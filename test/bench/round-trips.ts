import { setTimeout as pause } from 'node:timers/promises';
import { type RedisServer, watchCommands } from '../support/redis-server';
import type { PairJobs } from './load/pairs.process';
import type { LoadProcess } from './measure/load-process';
import type { Measurement } from './report';

const TIME_MS = 3_000;
const FRAMES_PER_SECOND = 500;

/** Commands that nodes sent to Redis; those that a script ran inside Redis are marked `lua` and are no round trips. */
const ROUND_TRIP = /^\+[\d.]+ \[\d+ (?!lua\])[^\]]+\] "(?<command>[^"]+)"/;

/** Requests a frame costs at Redis, less what the nodes ask anyway while nothing is written. */
export async function measureRoundTrips(
  load: LoadProcess<PairJobs>,
  redis: RedisServer,
): Promise<Measurement> {
  const idle = await count(redis, () => pause(TIME_MS));
  let frames = 0;
  const busy = await count(redis, async () => {
    const result = await load.run('rate', { perSecond: FRAMES_PER_SECOND, milliseconds: TIME_MS });
    frames = result.frames;
  });
  return {
    bench: 'frames',
    metric: 'Redis round trips',
    value: Math.max(0, busy - idle) / frames,
    floor: null,
    ratio: null,
    unit: '/frame',
    goal: { kind: 'value-at-most', limit: 1.02 },
  };
}

async function count(redis: RedisServer, work: () => Promise<unknown>): Promise<number> {
  const commands = await watchCommands(redis.port);
  try {
    await work();
    return commands
      .seen()
      .toString('latin1')
      .split('\r\n')
      .filter((line) => ROUND_TRIP.test(line)).length;
  } finally {
    commands.stop();
  }
}
