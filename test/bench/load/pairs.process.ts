import { driveAtFullSpeed, driveAtRate } from './drive';
import { openFloorPairs } from './floor-pairs';
import { type HavenPairs, openHavenPairs } from './haven-pairs';
import { answerJobs } from './jobs';
import type { Pair } from './pair';

// Both ends of all pairs of one system, away from the processes that are measured.

let pairs: Pair[] = [];
const faults: string[] = [];
const fail = (fault: string) => {
  if (faults.length < 5) faults.push(fault);
};

const checked = async <T>(work: Promise<T>): Promise<T> => {
  const outcome = await work.catch((error: unknown) => {
    faults.push(String(error));
    return undefined;
  });
  if (outcome === undefined || faults.length > 0) throw new Error(faults.join(' '));
  return outcome;
};

export type FloorPairs = Omit<HavenPairs, 'staffIds'>;

const jobs = {
  openFloor: async ({ ports, count, perCounsellor }: FloorPairs): Promise<void> => {
    pairs = await openFloorPairs(ports, count, perCounsellor, fail);
  },
  openHaven: async (wanted: HavenPairs): Promise<void> => {
    pairs = await openHavenPairs(wanted, fail);
  },
  rate: ({ perSecond, milliseconds }: { perSecond: number; milliseconds: number }) =>
    checked(driveAtRate(pairs, perSecond, milliseconds)),
  fullSpeed: ({ inFlight, milliseconds }: { inFlight: number; milliseconds: number }) =>
    checked(driveAtFullSpeed(pairs, inFlight, milliseconds)),
};
export type PairJobs = typeof jobs;
answerJobs(jobs);
