import type { Crowd, VisitorJobs } from './load/visitors.process';
import { type LoadProcess, startLoad } from './measure/load-process';
import { processTime } from './measure/process-time';
import type { Plan } from './plan';
import { compare, type Measurement } from './report';

export type ConnectionsTarget = { readonly port: number; readonly pid: number; readonly namespace: string };

type Round = { readonly perSecond: number; readonly timePerConnection: number };

/** How fast one node accepts connections that ask for nothing yet, beside bare Socket.IO. */
export async function measureConnections(
  floor: ConnectionsTarget,
  haven: ConnectionsTarget,
  plan: Plan,
): Promise<readonly Measurement[]> {
  const load = startLoad<VisitorJobs>('visitors.process');
  try {
    for (const target of [floor, haven]) await runRound(load, target, plan.connections);
    const floors: Round[] = [];
    const havens: Round[] = [];
    for (let round = 0; round < plan.connectionRounds; round += 1) {
      floors.push(await runRound(load, floor, plan.connections));
      havens.push(await runRound(load, haven, plan.connections));
    }
    const both = (metric: string, unit: string, goal: Measurement['goal'], of: (round: Round) => number) =>
      compare({ bench: 'connections', metric, unit, goal }, havens.map(of), floors.map(of));
    return [
      both('accepted', '/s', { kind: 'ratio-at-least', limit: 0.65 }, ({ perSecond }) => perSecond),
      both('processor time', 'µs', null, ({ timePerConnection }) => timePerConnection),
    ];
  } finally {
    await load.stop();
  }
}

async function runRound(
  load: LoadProcess<VisitorJobs>,
  { port, pid, namespace }: ConnectionsTarget,
  count: number,
): Promise<Round> {
  const before = processTime([pid]);
  const crowd: Crowd = { port, namespace, count, atOnce: 50, first: null };
  const milliseconds = await load.run('arrive', crowd);
  const timePerConnection = ((processTime([pid]) - before) * 1_000) / count;
  await load.run('leave', undefined);
  return { perSecond: (count / milliseconds) * 1_000, timePerConnection };
}
