import { compare, type Measurement } from './report';
import type { Plan } from './plan';
import type { RateResult, ThroughputResult } from './load/drive';
import type { PairJobs } from './load/pairs.process';
import type { LoadProcess } from './measure/load-process';
import { processTime } from './measure/process-time';

/** Two nodes, their Redis, and a load process that has its pairs open. */
export type FramesSystem = {
  readonly load: LoadProcess<PairJobs>;
  /** Nodes and Redis: what a frame costs processor time. */
  readonly pids: readonly number[];
};

type Round = {
  readonly rate: RateResult;
  readonly ratePerFrame: number;
  readonly fullSpeed: ThroughputResult;
  readonly fullSpeedPerFrame: number;
};

/** Latency at a steady rate, throughput, and processor time per frame in both; rounds of the two take turns. */
export async function measureFrames(
  floor: FramesSystem,
  haven: FramesSystem,
  plan: Plan,
): Promise<readonly Measurement[]> {
  const rounds: { readonly floor: Round[]; readonly haven: Round[] } = { floor: [], haven: [] };
  // The first seconds of a process are its compiler's; they count for neither.
  for (const { load } of [floor, haven])
    await load.run('fullSpeed', { inFlight: plan.inFlight, milliseconds: 1_500 });
  for (let round = 0; round < plan.rounds; round += 1) {
    const turns = [
      async () => rounds.floor.push(await runRound(floor, plan)),
      async () => rounds.haven.push(await runRound(haven, plan)),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
  }
  const both = (metric: string, unit: string, goal: Measurement['goal'], of: (round: Round) => number) =>
    compare({ bench: 'frames', metric, unit, goal }, rounds.haven.map(of), rounds.floor.map(of));
  const atMost = (limit: number) => ({ kind: 'ratio-at-most', limit }) as const;
  return [
    both('acknowledged p50', 'ms', atMost(1.3), ({ rate }) => rate.acknowledged.p50),
    both('acknowledged p99', 'ms', atMost(2), ({ rate }) => rate.acknowledged.p99),
    both('delivered p50', 'ms', atMost(1.3), ({ rate }) => rate.delivered.p50),
    both('delivered p99', 'ms', atMost(2), ({ rate }) => rate.delivered.p99),
    both(
      'throughput',
      'frames/s',
      { kind: 'ratio-at-least', limit: 0.75 },
      ({ fullSpeed }) => fullSpeed.perSecond,
    ),
    both('processor time, steady rate', 'µs/frame', atMost(1.4), ({ ratePerFrame }) => ratePerFrame),
    both('processor time, full speed', 'µs/frame', atMost(1.4), ({ fullSpeedPerFrame }) => fullSpeedPerFrame),
  ];
}

async function runRound({ load, pids }: FramesSystem, plan: Plan): Promise<Round> {
  const timed = async <T extends { readonly frames: number }>(work: () => Promise<T>) => {
    const before = processTime(pids);
    const result = await work();
    return { result, perFrame: ((processTime(pids) - before) * 1_000) / result.frames };
  };
  const rate = await timed(() =>
    load.run('rate', { perSecond: plan.framesPerSecond, milliseconds: plan.rateTime }),
  );
  const fullSpeed = await timed(() =>
    load.run('fullSpeed', { inFlight: plan.inFlight, milliseconds: plan.fullSpeedTime }),
  );
  return {
    rate: rate.result,
    ratePerFrame: rate.perFrame,
    fullSpeed: fullSpeed.result,
    fullSpeedPerFrame: fullSpeed.perFrame,
  };
}
