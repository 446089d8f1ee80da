import { type Inspector, openInspector } from '../support/inspector';
import { until } from '../support/until';
import type { Crowd, VisitorJobs } from './load/visitors.process';
import { type LoadProcess, startLoad } from './measure/load-process';
import { residentBytes } from './measure/process-time';
import type { Plan } from './plan';
import { compare, type Measurement } from './report';

export type MemoryTarget = {
  readonly port: number;
  readonly pid: number;
  /** What the process has written, for its inspector's address. */
  readonly output: () => string;
  readonly namespace: string;
  readonly first: Crowd['first'];
};

const KILOBYTE = 1_000;
/** Visitors who come and go before the count, so that what a process takes once is not shared out among visitors. */
const WARM_UP = 300;

/** What an idle visitor, who is connected and waits, occupies in one node: resident memory after garbage was collected. */
export async function measureIdleMemory(
  floor: MemoryTarget,
  haven: MemoryTarget,
  plan: Plan,
): Promise<readonly Measurement[]> {
  const inHaven = (await bytesPerVisitor(haven, plan.idleVisitors)) / KILOBYTE;
  const atTheFloor = (await bytesPerVisitor(floor, plan.idleVisitors)) / KILOBYTE;
  const goal = { kind: 'value-at-most', limit: 20 } as const;
  const metric = `idle visitor of ${plan.idleVisitors}`;
  return [compare({ bench: 'memory', metric, unit: 'kB', goal }, [inHaven], [atTheFloor])];
}

async function bytesPerVisitor(
  { port, pid, output, namespace, first }: MemoryTarget,
  count: number,
): Promise<number> {
  const load = startLoad<VisitorJobs>('visitors.process');
  const inspector = await openInspector(output());
  try {
    const crowd = { port, namespace, atOnce: 50, first };
    await load.run('arrive', { ...crowd, count: WARM_UP });
    const before = await resting(inspector, pid);
    await load.run('arrive', { ...crowd, count });
    const after = await resting(inspector, pid);
    await expectPresent(load, WARM_UP + count);
    return (after - before) / count;
  } finally {
    inspector.stop();
    await load.stop();
  }
}

/** The lowest of some readings while garbage is collected: memory goes back to the system with a delay. */
async function resting(inspector: Inspector, pid: number): Promise<number> {
  let lowest = Number.POSITIVE_INFINITY;
  let unchanged = 0;
  const comesToRest = async () => {
    await inspector.collectGarbage();
    const now = residentBytes(pid);
    unchanged = now < lowest * 0.995 ? 0 : unchanged + 1;
    lowest = Math.min(lowest, now);
    return unchanged >= 4;
  };
  await until('memory has come to rest', comesToRest, { within: 120_000 });
  return lowest;
}

async function expectPresent(load: LoadProcess<VisitorJobs>, count: number): Promise<void> {
  const present = await load.run('present', undefined);
  if (present !== count) throw new Error(`Only ${present} of ${count} visitors stayed connected.`);
}
