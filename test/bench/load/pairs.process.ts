import { answerJobs } from './jobs';
import { driveAtFullSpeed, driveAtRate } from './drive';
import { openFloorPair } from './floor-pairs';
import type { Pair } from './pair';

// Both ends of all pairs of one system, away from the processes that are measured.

/** Pairs opened at the same time; more would only queue at the nodes. */
const OPENING_AT_ONCE = 25;

const pairs: Pair[] = [];
const faults: string[] = [];
const fail = (fault: string) => {
  if (faults.length < 5) faults.push(fault);
};

const checked = async <T>(work: Promise<T>): Promise<T> => {
  const result = await work;
  if (faults.length > 0) throw new Error(faults.join(' '));
  return result;
};

const jobs = {
  openFloor: async ({ ports, count }: { ports: readonly [number, number]; count: number }) => {
    await openAll(count, () => openFloorPair(ports, fail));
  },
  rate: ({ perSecond, milliseconds }: { perSecond: number; milliseconds: number }) =>
    checked(driveAtRate(pairs, perSecond, milliseconds)),
  fullSpeed: ({ inFlight, milliseconds }: { inFlight: number; milliseconds: number }) =>
    checked(driveAtFullSpeed(pairs, inFlight, milliseconds)),
};
export type PairJobs = typeof jobs;
answerJobs(jobs);

async function openAll(count: number, open: (index: number) => Promise<Pair>): Promise<void> {
  for (let index = 0; index < count; index += OPENING_AT_ONCE) {
    const some = Array.from({ length: Math.min(OPENING_AT_ONCE, count - index) }, (_, n) => open(index + n));
    pairs.push(...(await Promise.all(some)));
  }
}
